import { execFileSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { childEnvironment, env } from '#lib/env.ts'
import { buildSite } from './build.ts'

const HELP = `Builds the site if anything has changed, makes keys and a database if there are none, and serves.

  npm start             site, messages and delivery on one port, until Ctrl-C
  npm start -- --help   show this text

With ROLE=site, inbox or delivery only that part runs; delivery has no pages, and so builds none.
Settings are environment variables; README.md lists them. None is required.
Exit code: 0 after Ctrl-C or SIGTERM, 1 when it could not start.
`

const { values } = parseArgs({ options: { help: { type: 'boolean' } } })
if (values.help) {
  console.log(HELP)
  process.exit(0)
}

try {
  // Read before the build, so that a wrong setting is named in the first second.
  const { role } = env()
  if (role === 'delivery') readContent()
  else await buildSite(console.log)
  await (await import('#lib/server/main.ts')).serve()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

// The clinic's hours are content. Another role of the same folder may have built the rest, or nobody.
function readContent() {
  console.log('Compiling the content …')
  execFileSync(process.execPath, ['lib/cli/content.ts'], {
    env: childEnvironment({}),
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}
