import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { relative } from 'node:path'
import { parseArgs } from 'node:util'
import { clinic } from '#lib/clinic.ts'
import { DemoError, openDemoPlace, removal } from '#lib/demo/place.ts'
import { childEnvironment, draftKeyOf, EnvironmentError, indexKeyOf, readEnv, sealKeysOf } from '#lib/env.ts'
import { readTsx } from './read-tsx.ts'

const FOLDER = './data/demo'
const SEED = '1'

const HELP = `Shows the inbox at work: fills a folder of its own with invented inquiries, and starts the site on it.

  npm run demo                 fill ${FOLDER} if it is new, then serve until Ctrl-C
  npm run demo -- --seed 7     other inquiries in the weeks before
  npm run demo -- --no-start   fill it, and stop there
  npm run demo -- --help       show this text

Everybody in it is invented and called DEMO. E-mails are only written to the folder's own mailbox: with RESEND_API_KEY
set the demo does not start. DATA_DIR and DATABASE_URL name another place, which must be empty; PORT another port.
No other setting is taken over, keys are made in the folder. Exit code: 0, or 1 when it could not start.
`

const { values } = parseArgs({
  options: {
    help: { type: 'boolean' },
    seed: { type: 'string', default: SEED },
    'no-start': { type: 'boolean', default: false },
  },
})
if (values.help) {
  console.log(HELP)
  process.exit(0)
}

try {
  process.exitCode = await run(values)
} catch (error) {
  if (!(error instanceof DemoError || error instanceof EnvironmentError)) throw error
  console.error(error.message)
  process.exitCode = 1
}

async function run({ seed, 'no-start': staysDown }: typeof values): Promise<number> {
  const environment = demoEnvironment()
  const settings = readEnv(environment)
  const { db, isFilled } = await openDemoPlace(settings)
  try {
    // The clinic's hours are content, and the pages are wanted in any case.
    const built = await runProgram(['lib/cli/build.ts'], environment)
    if (built !== 0) return 1
    if (!isFilled) {
      readTsx()
      const { fillDemo } = await import('#lib/demo/fill.ts')
      console.log('Storing invented inquiries …')
      const keys = { sealKeys: sealKeysOf(settings), indexKey: indexKeyOf(settings), draftKey: draftKeyOf(settings) }
      const { stored, purged } = await fillDemo({
        ...{ db, settings, clinic: clinic(), seed: Number(seed), now: Date.now() },
        ...keys,
      })
      console.log(
        `${stored} invented inquiries of the last twelve weeks; ${purged} of them were deleted again, as old ones are.`,
      )
    }
  } finally {
    await db.destroy()
  }
  console.log(
    `The demo is in ${nearPath(settings.dataDir)}. ${removal({ ...settings, dataDir: nearPath(settings.dataDir) })}`,
  )
  return staysDown ? 0 : runProgram(['lib/cli/start.ts'], environment)
}

/** Of the settings at hand only where to keep things and where to listen; everything else is as for a newcomer. */
function demoEnvironment(): Record<string, string | undefined> {
  const { RESEND_API_KEY, DATA_DIR = '', DATABASE_URL = '', PORT = '', PATH, HOME, TERM } = childEnvironment({})
  if (RESEND_API_KEY)
    throw new DemoError('RESEND_API_KEY is set. The demo sends nothing, and starts only without it: unset it first.')
  return { PATH, HOME, TERM, DATA_DIR: DATA_DIR || FOLDER, DATABASE_URL, PORT }
}

/** Stays until the program has ended, which hears Ctrl-C itself, and says with which code it did. */
async function runProgram(words: string[], env: Record<string, string | undefined>): Promise<number> {
  const child = spawn(process.execPath, words, { env: env as NodeJS.ProcessEnv, stdio: 'inherit' })
  const passOn = (signal: NodeJS.Signals) => void child.kill(signal)
  const stay = () => {}
  process.on('SIGTERM', passOn).on('SIGINT', stay)
  const [code] = await once(child, 'exit')
  process.off('SIGTERM', passOn).off('SIGINT', stay)
  return code ?? 1
}

function nearPath(path: string): string {
  const near = relative(process.cwd(), path)
  return near.startsWith('..') ? path : `./${near}`
}
