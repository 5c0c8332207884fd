import { parseArgs } from 'node:util'
import { startBareServer } from '#tests/support/bare-server.ts'
import { type Burst, makeDrafts, pressSendAtOnce } from '#tests/support/burst.ts'
import { startFakeResend } from '#tests/support/fake-resend.ts'
import { startCluster } from '#tests/support/postgres-cluster.ts'
import { startServer } from '#tests/support/running-server.ts'
import { resendSettings } from '#tests/support/server-settings.ts'

const HELP = `Measures how long a visitor waits who presses "Send": the whole server over HTTP, with Resend up and with Resend
hanging, on SQLite and on PostgreSQL, beside a bare server that commits as much to the same disk and does nothing else.

  npm run bench:inquiries                    five rounds of 400 inquiries each
  npm run bench:inquiries -- --each 2000     so many inquiries in each round
  npm run bench:inquiries -- --help          show this text

Run it on a quiet machine after npm run build. The best of five rounds counts: a busy machine only ever adds.
Budgets on 2 quiet cores: p99 ≤ 60 ms with 10 at once, ≤ 250 ms with 50, and hanging ≤ 1.2 × up. Trust the ratios first.
Exit code: 1 when an inquiry was not accepted.
`
const ROUNDS = 5
const AT_ONCE = [10, 50]
const WARM_UP = 100

const { values } = parseArgs({ options: { help: { type: 'boolean' }, each: { type: 'string', default: '400' } } })
if (values.help) {
  console.log(HELP)
  process.exit(0)
}
const each = Number(values.each)

type Contender = { name: string; origin: string; dataFolder: string }
type Line = { name: string; atOnce: number; best: Burst }

const ends: (() => Promise<unknown>)[] = []
const lines: Line[] = []
const refused = new Map<string, number>()
try {
  const bare = await startBareServer()
  ends.push(bare.remove)
  const sites = [await startSite('SQLite, Resend up'), await startSite('SQLite, Resend hanging', { isHanging: true })]
  const cluster = await startCluster()
  ends.push(() => cluster.remove())
  for (const isHanging of [false, true]) {
    const databaseUrl = cluster.urlOf(await makeDatabase(cluster.urlOf('postgres'), isHanging ? 'hanging' : 'up'))
    sites.push(await startSite(`PostgreSQL, Resend ${isHanging ? 'hanging' : 'up'}`, { isHanging, databaseUrl }))
  }

  for (const site of sites) await run(site, 10, WARM_UP)
  for (const atOnce of AT_ONCE) {
    for (let round = 1; round <= ROUNDS; round += 1) {
      console.log(`${atOnce} at once, round ${round} of ${ROUNDS} …`)
      for (const contender of [{ name: 'bare server', ...bare }, ...sites])
        note(contender.name, atOnce, await run(contender, atOnce, each))
    }
  }
} finally {
  for (const end of ends.reverse()) await end()
}

console.table(
  lines.map(({ name, atOnce, best }) => ({ server: name, 'at once': atOnce, ...spelled(best, name, atOnce) })),
)
const turnedAway = [...refused]
  .filter(([, count]) => count > 0)
  .map(([name, count]) => `${name}: ${count} not accepted`)
console.log(turnedAway.join('\n') || 'Every inquiry was accepted.')
process.exit(turnedAway.length > 0 ? 1 : 0)

async function run({ name, origin, dataFolder }: Contender, atOnce: number, count: number): Promise<Burst> {
  const burst = await pressSendAtOnce(origin, makeDrafts(dataFolder, count), atOnce)
  refused.set(name, (refused.get(name) ?? 0) + count - burst.accepted)
  return burst
}

function note(name: string, atOnce: number, burst: Burst): void {
  const line = lines.find((one) => one.name === name && one.atOnce === atOnce)
  if (!line) lines.push({ name, atOnce, best: burst })
  else if (burst.p99Ms < line.best.p99Ms) line.best = burst
}

function spelled(best: Burst, name: string, atOnce: number) {
  const other = (wanted: string) => lines.find((line) => line.name === wanted && line.atOnce === atOnce)?.best.p99Ms
  const times = (than: number | undefined) => (than === undefined ? '' : (best.p99Ms / than).toFixed(2))
  return {
    'p50, ms': Math.round(best.p50Ms * 10) / 10,
    'p99, ms': Math.round(best.p99Ms * 10) / 10,
    'a second': Math.round(best.perSecond),
    'p99, times bare': times(other('bare server')),
    'p99, times up': name.endsWith('hanging') ? times(other(name.replace('hanging', 'up'))) : '',
  }
}

async function startSite(name: string, { isHanging = false, databaseUrl = '' } = {}): Promise<Contender> {
  const resend = await startFakeResend(
    isHanging ? { failing: { probability: 1, random: () => 0, among: ['hang'] } } : {},
  )
  const server = await startServer({ ...resendSettings(resend.url), DATABASE_URL: databaseUrl })
  ends.push(
    () => resend.close(),
    () => server.remove(),
  )
  return { name, origin: server.origin, dataFolder: server.dataFolder }
}

async function makeDatabase(adminUrl: string, name: string): Promise<string> {
  const { default: pg } = await import('pg')
  const client = new pg.Client(adminUrl)
  await client.connect()
  await client.query(`create database ${pg.escapeIdentifier(name)}`)
  await client.end()
  return name
}
