import { spawn } from 'node:child_process'
import { parseArgs } from 'node:util'
import autocannon from 'autocannon'
import { freePort, startServer } from '#tests/support/running-server.ts'

const HELP = `Compares how many article pages a second one core serves: our front server, and Next's own server.

  npm run bench:serving             five rounds of 5 s each
  npm run bench:serving -- --help   show this text

Run it on a quiet machine after npm run build. Trust the ratio, not the numbers. Exit code: 1 when a request failed.
`
const PATH = '/articles/can-ketamine-help-with-alcohol-addiction'
const ROUNDS = 5
const SECONDS = 5
const CONNECTIONS = 64

if (parseArgs({ options: { help: { type: 'boolean' } } }).values.help) {
  console.log(HELP)
  process.exit(0)
}

const NEXT_START = `
  const { default: next } = await import('next')
  const { createServer } = await import('node:http')
  const { default: configure } = await import('./next.config.ts')
  const app = next({ dev: false, dir: process.cwd(), conf: { ...configure('phase-production-server'), compress: true } })
  await app.prepare()
  createServer(app.getRequestHandler()).listen(Number(process.argv[1]), '127.0.0.1')
`

const ours = await startServer()
const nextPort = await freePort()
const theirs = spawn(process.execPath, ['--input-type=module', '-e', NEXT_START, String(nextPort)], {
  env: { PATH: process.env.PATH, NODE_ENV: 'production' },
  stdio: 'inherit',
})

async function load(url: string, encoding: string): Promise<{ perSecond: number; p99Ms: number }> {
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: SECONDS,
    headers: { 'accept-encoding': encoding },
  })
  if (result.errors > 0 || result.non2xx > 0)
    throw new Error(`${url}: ${result.errors + result.non2xx} requests failed`)
  return { perSecond: result.requests.average, p99Ms: result.latency.p99 }
}

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN

const servers = [
  { name: 'front server, brotli', url: `${ours.origin}${PATH}`, encoding: 'br' },
  { name: 'front server, gzip', url: `${ours.origin}${PATH}`, encoding: 'gzip' },
  { name: 'next start, gzip', url: `http://127.0.0.1:${nextPort}/en${PATH}`, encoding: 'gzip' },
]
const results = new Map<string, { perSecond: number; p99Ms: number }[]>()

try {
  for (let round = 1; round <= ROUNDS; round += 1) {
    console.log(`Round ${round} of ${ROUNDS} …`)
    for (const { name, url, encoding } of servers) {
      const measured = await load(url, encoding)
      results.set(name, [...(results.get(name) ?? []), measured])
    }
  }
} finally {
  theirs.kill()
  await ours.remove()
}

const rates = [...results].map(([name, runs]) => ({
  server: name,
  'pages a second': Math.round(median(runs.map(({ perSecond }) => perSecond))),
  'p99, ms': median(runs.map(({ p99Ms }) => p99Ms)),
}))
const baseline = rates.at(-1)?.['pages a second'] ?? Number.NaN
console.table(rates.map((rate) => ({ ...rate, 'times next start': (rate['pages a second'] / baseline).toFixed(1) })))
