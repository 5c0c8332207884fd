import { parseArgs } from 'node:util'
import { median, numberOf, startPhone } from '#tests/budgets/phone.ts'
import { servePlainPage } from '#tests/support/plain-page.ts'
import { startServer } from '#tests/support/running-server.ts'

const HELP = `Compares when a low-tier phone has painted the largest part of our article and of a hand-written page with the
same words and no style to speak of.

  npm run bench:painting             seven rounds
  npm run bench:painting -- --help   show this text

Run it on a quiet machine after npm run build. Trust the ratio, not the milliseconds.
`
const PATH = '/articles/can-ketamine-help-with-alcohol-addiction'
const ROUNDS = 7

if (parseArgs({ options: { help: { type: 'boolean' } } }).values.help) {
  console.log(HELP)
  process.exit(0)
}

const site = await startServer()
const article = await (await fetch(`${site.origin}${PATH}`)).text()
const plain = await servePlainPage(article)

const phone = await startPhone(site.origin)
const pages = [
  {
    name: 'our article',
    url: `${site.origin}${PATH}`,
    paintMs: [] as number[],
    blockingMs: [] as number[],
    shift: [] as number[],
  },
  { name: 'hand-written', url: plain.url, paintMs: [] as number[], blockingMs: [] as number[], shift: [] as number[] },
]

for (let round = 1; round <= ROUNDS; round += 1) {
  console.log(`Round ${round} of ${ROUNDS} …`)
  for (const page of pages) {
    const result = await phone.open(page.url, { throttling: 'devtools' })
    page.paintMs.push(numberOf(result, 'largest-contentful-paint'))
    page.blockingMs.push(numberOf(result, 'total-blocking-time'))
    page.shift.push(numberOf(result, 'cumulative-layout-shift'))
  }
}

phone.close()
plain.close()
await site.remove()

const baseline = median(pages.at(-1)?.paintMs ?? [])
console.table(
  pages.map(({ name, paintMs, blockingMs, shift }) => ({
    page: name,
    'largest paint, ms': Math.round(median(paintMs)),
    'times hand-written': (median(paintMs) / baseline).toFixed(2),
    'blocking, ms': Math.round(median(blockingMs)),
    'layout shift': median(shift),
  })),
)
