import { spawn } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { articlesIn } from '#lib/articles/library.ts'
import { writeStanding } from '#lib/articles/standing.ts'
import { compileBodies } from '#lib/editorial/bodies.ts'
import { childEnvironment, env } from '#lib/env.ts'
import { locales } from '#lib/locale.ts'
import { fingerprintsOf } from '#lib/server/fingerprint.ts'
import { forgetLastBuild, ingredientsOfEach, readLastBuild, standingArticles, writeLastBuild } from './last-build.ts'

const HELP = `Compiles the content and builds the site into .next, if anything has changed since the last build.

  npm run build              build what has changed
  npm run build -- --force   build even if nothing has changed
  npm run build -- --help    show this text

Exit code: 0 when the site is built, 1 when it could not be built.
`

const COMPILED = '.next/compiled'

const next = 'node_modules/next/dist/bin/next'
const steps = {
  lists: { script: 'lib/cli/content.ts', words: ['--lists'] },
  compile: { script: next, words: ['build', '--experimental-build-mode', 'compile'] },
  generate: { script: next, words: ['build', '--experimental-build-mode', 'generate'] },
  draw: { script: 'lib/cli/share-images.ts', words: ['--ahead'] },
  place: { script: 'lib/cli/share-images.ts', words: [] },
} as const

/** Builds the site unless the last build was made from the same ingredients; says each step before it begins. */
export async function buildSite(
  say: (line: string) => void,
  { isForced = false } = {},
): Promise<'built' | 'unchanged'> {
  const projectFolder = process.cwd()
  const { code, shared, site } = await fingerprintsOf(projectFolder, [env().siteOrigin, process.version])
  const last = isForced ? undefined : await readLastBuild(projectFolder)
  if (last?.site === site) return 'unchanged'
  await forgetLastBuild(projectFolder)

  const compiledFile = join(projectFolder, COMPILED)
  const isCompiled = !isForced && (await readFile(compiledFile, 'utf8').catch(() => '')) === code
  say(isCompiled ? 'Compiling the content …' : 'Compiling the code and the content …')
  // Contentlayer keeps one processor busy and grows as it goes on: what needs most memory runs beside its beginning.
  await allOf([isCompiled ? run('lists') : compile().then(() => run('lists')), bodies()])

  say('Building the pages …')
  const articles = ingredientsOfEach(locales.flatMap(articlesIn))
  writeStanding(standingArticles(projectFolder, last, { shared, articles }))
  // Next renders in one process; the drawings keep the other processor busy.
  await allOf([run('generate'), run('draw')])
  await run('place')
  await writeLastBuild(projectFolder, { site, shared, articles })
  return 'built'

  async function bodies(): Promise<void> {
    const { isDone, output } = await compileBodies(projectFolder)
    if (!isDone) throw new BuildError(output)
  }

  async function compile(): Promise<void> {
    await rm(compiledFile, { force: true })
    await run('compile')
    await writeFile(compiledFile, code)
  }

  async function run(step: keyof typeof steps): Promise<void> {
    const { script, words } = steps[step]
    await runQuietly(join(projectFolder, script), words)
  }
}

/** Waits for every step before it says that one failed: a step left running would write into the next build. */
async function allOf(steps: Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(steps)).find(({ status }) => status === 'rejected')
  if (failed?.status === 'rejected') throw failed.reason
}

/** Runs a step and shows what it printed only if it fails, when those words are what the reader needs. */
async function runQuietly(script: string, words: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [script, ...words], {
    env: childEnvironment({ NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' }),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [output, complaints, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.once('close', resolve)),
  ])
  if (code !== 0) throw new BuildError(`${output}${complaints}`.trim())
}

/** The site could not be built; the message is what the failing step printed. */
class BuildError extends Error {
  override name = 'BuildError' as const
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { force: { type: 'boolean' }, help: { type: 'boolean' } } })
  if (values.help) {
    console.log(HELP)
    process.exit(0)
  }
  try {
    const outcome = await buildSite(console.log, { isForced: values.force ?? false })
    console.log(outcome === 'built' ? 'The site is built.' : 'Nothing has changed since the last build.')
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}
