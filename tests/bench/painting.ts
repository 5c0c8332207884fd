import { createServer } from 'node:http'
import { parseArgs } from 'node:util'
import { brotliCompressSync } from 'node:zlib'
import { median, numberOf, startPhone } from '#tests/budgets/phone.ts'
import { freePort, startServer } from '#tests/support/running-server.ts'

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
const main = /<main[\s\S]*<\/main>/.exec(article)?.[0].replace(/<svg[\s\S]*?<\/svg>| class="[^"]*"/g, '') ?? ''
const plain = brotliCompressSync(
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Plain</title><style>body{max-width:40em;margin:auto;font:18px/1.6 system-ui}</style>${main}`,
)
const plainPort = await freePort()
const plainServer = createServer((_request, response) => {
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Encoding': 'br' }).end(plain)
}).listen(plainPort, '127.0.0.1')

const phone = await startPhone(site.origin)
const pages = [
  { name: 'our article', url: `${site.origin}${PATH}`, paintMs: [] as number[], shift: [] as number[] },
  { name: 'hand-written', url: `http://127.0.0.1:${plainPort}/`, paintMs: [] as number[], shift: [] as number[] },
]

for (let round = 1; round <= ROUNDS; round += 1) {
  console.log(`Round ${round} of ${ROUNDS} …`)
  for (const page of pages) {
    const result = await phone.open(page.url, { throttling: 'devtools' })
    page.paintMs.push(numberOf(result, 'largest-contentful-paint'))
    page.shift.push(numberOf(result, 'cumulative-layout-shift'))
  }
}

phone.close()
plainServer.close()
await site.remove()

const baseline = median(pages.at(-1)?.paintMs ?? [])
console.table(
  pages.map(({ name, paintMs, shift }) => ({
    page: name,
    'largest paint, ms': Math.round(median(paintMs)),
    'times hand-written': (median(paintMs) / baseline).toFixed(2),
    'layout shift': median(shift),
  })),
)
