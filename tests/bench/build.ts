import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { BARE_BUILD, makeBareProject } from './bare-project.ts'
import { type Building, copyProject, measureBuild } from './project-copy.ts'
import { ARTICLES, editOneArticle, writeArticles } from './written-articles.ts'

const SIZES = [10, 100, 1_000, 3_000]
const HELP = `Measures how the cost of a build grows with the number of articles.

  npm run bench:build                 ${SIZES.join(', ')} articles
  npm run bench:build -- 100 1000     only these sizes
  npm run bench:build -- --keep       leave the copy of the project, and say where it is
  npm run bench:build -- --help       show this text

Articles are the real ones with words swapped, in a copy of the project. Each size is built cold, again after an
edit of one article, and beside it a bare site: the same articles, Next and Contentlayer and nothing else, built
cold in the same minute, because a busy machine stretches all times alike. Memory is the peak of all processes of
the build together. Run it on a quiet machine.
Exit code: 1 when a build failed.
`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { help: { type: 'boolean' }, keep: { type: 'boolean' } },
})
if (values.help) {
  console.log(HELP)
  process.exit(0)
}
const sizes = positionals.length > 0 ? positionals.map(Number) : SIZES
if (sizes.some((size) => !Number.isInteger(size) || size < 1)) {
  console.error('A size is a whole number of articles, like 100.')
  process.exit(2)
}

type Row = { size: number; bare: Building; cold: Building; edited: Building }

const project = await copyProject()
const rows: Row[] = []
try {
  for (const size of sizes) {
    await writeArticles(project, size)
    for (const made of ['.next', '.contentlayer']) rmSync(`${project}/${made}`, { recursive: true, force: true })
    console.log(`${size} articles, a bare site …`)
    const bare = await measureBareSite()
    console.log(`${size} articles, cold …`)
    const cold = await measureBuild(project)
    await editOneArticle(project)
    console.log(`${size} articles, after one edit …`)
    rows.push({ size, bare, cold, edited: await measureBuild(project) })
  }
} finally {
  if (values.keep) console.log(`The copy is in ${project}`)
  else rmSync(project, { recursive: true, force: true })
}

async function measureBareSite(): Promise<Building> {
  const bare = await makeBareProject(join(project, ARTICLES))
  try {
    return await measureBuild(bare, BARE_BUILD)
  } finally {
    rmSync(bare, { recursive: true, force: true })
  }
}

const seconds = (ms: number) => (ms / 1000).toFixed(1)
console.table(
  rows.map(({ size, bare, cold, edited }, index) => {
    const before = rows[index - 1]
    const growth = before && (cold.processorMs - before.cold.processorMs) / (size - before.size)
    return {
      articles: size,
      'bare site, s': seconds(bare.tookMs),
      'cold, s': seconds(cold.tookMs),
      'of the bare site': (cold.tookMs / bare.tookMs).toFixed(2),
      'before pages, s': seconds(cold.contentMs),
      'one edit, s': seconds(edited.tookMs),
      'of it before pages, s': seconds(edited.contentMs),
      'processor, s': seconds(cold.processorMs),
      'one edit, processor, s': seconds(edited.processorMs),
      'memory, MB': cold.memoryMb,
      'each further article, processor ms': growth === undefined ? '' : growth.toFixed(1),
    }
  }),
)
