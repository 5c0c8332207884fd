import { readdirSync, watch } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildContent, buildLists } from '#lib/editorial/build.ts'
import { countContent } from '#lib/editorial/count.ts'
import { describeProblem } from '#lib/editorial/problem.ts'
import { calendarDay } from './terminal.ts'

const HELP = `npm run content            compile the pages; refuses, like a release, when a page breaks a rule
npm run content -- --watch  the same after every change in content/, but shows a page that breaks a rule
npm run content -- --lists  all but the bodies, for a build that has them compiled meanwhile
npm run content -- --help   this text`
const SETTLE_MS = 100

const { values } = parseArgs({
  options: { watch: { type: 'boolean' }, lists: { type: 'boolean' }, help: { type: 'boolean' } },
})

if (values.help) console.log(HELP)
else if (values.watch) await watchContent()
else if (!(await build())) process.exitCode = 1

async function build(): Promise<boolean> {
  const [root, today] = [process.cwd(), calendarDay(new Date())]
  const built = values.lists ? buildLists(root, today) : await buildContent(root, today)
  if (built.kind === 'broken') {
    console.error(`Contentlayer could not compile the content:\n${built.output}`)
    return false
  }
  const failures = built.problems.filter(({ level }) => level === 'fail')
  if (failures.length > 0) console.error(failures.map(describeProblem).join('\n'))
  if (built.kind === 'refused') return false

  const { pages, records } = built
  console.log(countContent([...pages.map(({ outline }) => outline.kind), ...records.map(({ kind }) => kind)]))
  return failures.length === 0
}

async function watchContent(): Promise<void> {
  await build()
  let timer: NodeJS.Timeout | undefined
  let work = Promise.resolve()
  const rebuild = () => {
    work = work.then(build).then(() => undefined)
  }
  const watched = new Set<string>()
  const watchFolders = () => {
    for (const folder of foldersIn('content')) {
      if (watched.has(folder)) continue
      watched.add(folder)
      watch(folder, () => {
        watchFolders()
        clearTimeout(timer)
        timer = setTimeout(rebuild, SETTLE_MS)
      })
    }
  }
  watchFolders()
}

/** Folders, because Node 24's recursive watch on Linux loses a file once an editor has replaced it. */
function foldersIn(root: string): string[] {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true })
  const folders = entries.filter((entry) => entry.isDirectory())
  return [root, ...folders.map(({ parentPath, name }) => join(parentPath, name))]
}
