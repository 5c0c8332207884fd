import { spawn } from 'node:child_process'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import next from 'next'
import { childEnvironment, env } from '#lib/env.ts'
import { serveDeliveries } from '#lib/server/delivery.ts'
import { hasDefaultLocale, toLocalePath } from '#lib/server/locale-path.ts'
import { watchForReload } from '#lib/server/reload.ts'
import { RELOAD_PATH } from '#lib/server/reload-path.ts'
import { serveSchedule } from '#lib/server/schedule.ts'
import { openStorage } from '#lib/server/storage.ts'

const HELP = `Serves the site for work on it: content, styles and code reload as they are saved.

  npm run dev             on PORT (3000), until Ctrl-C
  npm run dev -- --help   show this text

Next's client runtime stays in the pages here, because reloading needs it. npm start is what visitors get.
`

const { values } = parseArgs({ options: { help: { type: 'boolean' } } })
if (values.help) {
  console.log(HELP)
  process.exit(0)
}

const { port, host } = env()
const projectFolder = process.cwd()

const content = spawn(process.execPath, ['lib/cli/content.ts', '--watch'], {
  env: childEnvironment({}),
  stdio: ['ignore', 'inherit', 'inherit'],
})
const db = await openStorage()
serveDeliveries(db)
serveSchedule(db)

const server = createServer()
const app = next({ dev: true, dir: projectFolder, port, hostname: host, httpServer: server })
await app.prepare()
const render = app.getRequestHandler()
const reload = await watchForReload(join(projectFolder, '.contentlayer/library'))
const internal = /^\/(_next|__next)/

server.on('request', (request, response) => {
  const path = request.url ?? '/'
  if (path === RELOAD_PATH) return reload.listen(response)
  if (!internal.test(path) && !hasDefaultLocale(path) && !path.includes('.')) request.url = toLocalePath(path)
  void render(request, response)
})
server.listen(port, host, () => console.log(`Working copy at http://localhost:${port} (Ctrl-C to stop)`))

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    content.kill()
    process.exit(0)
  })
}
