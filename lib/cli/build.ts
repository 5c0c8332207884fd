import { spawn } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { childEnvironment, env } from '#lib/env.ts'
import { fingerprintOf } from '#lib/server/fingerprint.ts'

const HELP = `Compiles the content and builds the site into .next, if anything has changed since the last build.

  npm run build              build what has changed
  npm run build -- --force   build even if nothing has changed
  npm run build -- --help    show this text

Exit code: 0 when the site is built, 1 when it could not be built.
`

const FINGERPRINT = '.next/fingerprint'

const steps = [
  { title: 'Compiling the content', script: 'lib/cli/content.ts', words: [] },
  { title: 'Building the pages', script: 'node_modules/next/dist/bin/next', words: ['build'] },
  { title: 'Drawing the share images', script: 'lib/cli/share-images.ts', words: [] },
]

/** Builds the site unless the last build was made from the same ingredients; says each step before it begins. */
export async function buildSite(
  say: (line: string) => void,
  { isForced = false } = {},
): Promise<'built' | 'unchanged'> {
  const projectFolder = process.cwd()
  const fingerprintFile = join(projectFolder, FINGERPRINT)
  const fingerprint = await fingerprintOf(projectFolder, [env().siteOrigin])
  const last = await readFile(fingerprintFile, 'utf8').catch(() => undefined)
  if (last === fingerprint && !isForced) return 'unchanged'

  // Removed first: a build that is stopped half-way must not be taken for a finished one.
  await rm(fingerprintFile, { force: true })
  for (const { title, script, words } of steps) {
    say(`${title} …`)
    await runQuietly([join(projectFolder, script), ...words])
  }
  await writeFile(fingerprintFile, fingerprint)
  return 'built'
}

/** Runs a step and shows what it printed only if it fails, when those words are what the reader needs. */
async function runQuietly(words: string[]): Promise<void> {
  const child = spawn(process.execPath, words, {
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
export class BuildError extends Error {
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
