import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Measurement, type Report, spell } from '#tests/support/faults.ts'

const HELP = `Does to the product what the fault matrix names, in full, and prints a table.

  npm run test:faults                      every row: about an hour, and it wants the machine for itself
  npm run test:faults -- kill-run burst    only the files whose names hold one of these words
  npm run test:faults -- --quick           the sizes that npm test uses
  npm run test:faults -- --help            show this text

Needs a build (npm run build). SEED=123 repeats the random choices of the run that printed 123.
Exit code: 0 when every target was met, 1 otherwise.
`
const LISTEN_MS = 500

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { help: { type: 'boolean' }, quick: { type: 'boolean' } },
})
if (values.help) {
  console.log(HELP)
  process.exit(0)
}

const folder = await mkdtemp(join(tmpdir(), 'clinic-faults-'))
const reportPath = join(folder, 'report.jsonl')
await writeFile(reportPath, '')
const table: Measurement[] = []
const started = Date.now()
let heardBytes = 0

const tests = spawn('vitest', ['run', '--config', 'tests/faults/vitest.config.ts', ...positionals], {
  env: { ...process.env, NO_COLOR: '1', FAULTS_REPORT: reportPath, ...(!values.quick && { FAULTS: 'full' }) },
  stdio: 'inherit',
})
const listening = setInterval(listen, LISTEN_MS)
const [code] = await once(tests, 'close')
clearInterval(listening)
await listen()
await rm(folder, { recursive: true })

const missed = table.filter(({ isMet }) => !isMet)
console.log(`\n${tableOf(table)}\n\n${table.length - missed.length} targets met, ${missed.length} missed`)
process.exit(code === 0 && missed.length === 0 ? 0 : 1)

async function listen(): Promise<void> {
  const heard = (await readFile(reportPath)).subarray(heardBytes)
  const whole = heard.subarray(0, heard.lastIndexOf('\n') + 1)
  heardBytes += whole.length
  for (const line of whole.toString().split('\n').filter(Boolean)) say(JSON.parse(line))
}

function say(report: Report): void {
  const after = `${Math.round((Date.now() - started) / 1000)} s`.padStart(7)
  if ('words' in report) {
    console.log(`${after}  ${report.words}`)
    return
  }
  table.push(report.measurement)
  console.log(`${after}  ${spell(report.measurement)}`)
}

function tableOf(lines: Measurement[]): string {
  const rows = lines
    .toSorted((a, b) => a.row.localeCompare(b.row, 'en', { numeric: true }))
    .map(({ row, done, target, measured, isMet }) => [row, done, target, measured, isMet ? 'met' : 'MISSED'])
  const head = ['row', 'what was done', 'target', 'measured', 'verdict']
  const widths = head.map((name, at) => Math.max(name.length, ...rows.map((row) => row[at]?.length ?? 0)))
  return [head, widths.map((width) => '-'.repeat(width)), ...rows]
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
