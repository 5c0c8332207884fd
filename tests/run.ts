import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { ensureChromium } from '#tests/support/chromium.ts'

type Count = { passed: number; failed: number }
type Check = {
  name: string
  command: (report: string) => string[]
  /** Reads the tool's own report; without one, the check counts as one test that its exit code decides. */
  count?: (report: Report) => Count
}
type Report = {
  numPassedTests?: number
  numTotalTests?: number
  stats?: { expected: number; unexpected: number; flaky: number; skipped: number }
}

/** A test that was skipped has not passed. */
const countVitest = ({ numPassedTests = 0, numTotalTests = 0 }: Report): Count => ({
  passed: numPassedTests,
  failed: numTotalTests - numPassedTests,
})
const countPlaywright = ({ stats }: Report): Count => ({
  passed: stats?.expected ?? 0,
  failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0) + (stats?.skipped ?? 0),
})

const vitest = (config: string): Pick<Check, 'command' | 'count'> => ({
  command: (report) => [
    'vitest',
    'run',
    '--config',
    config,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ],
  count: countVitest,
})

const checks: Check[] = [
  { name: 'types', command: () => ['tsc', '--noEmit'] },
  { name: 'lint', command: () => ['biome', 'check', '--error-on-warnings'] },
  { name: 'content', command: () => ['node', 'lib/cli/check-content.ts'] },
  { name: 'unit', ...vitest('tests/vitest.config.ts') },
  { name: 'build', command: () => ['node', 'lib/cli/build.ts', '--force'] },
  {
    name: 'browser',
    command: (report) => [
      'env',
      `PLAYWRIGHT_JSON_OUTPUT_NAME=${report}`,
      ...['playwright', 'test', '--config', 'tests/e2e/playwright.config.ts', '--reporter=dot,json'],
    ],
    count: countPlaywright,
  },
  { name: 'budgets', ...vitest('tests/budgets/vitest.config.ts') },
  { name: 'faults', ...vitest('tests/faults/vitest.config.ts') },
]

const names = checks.map(({ name }) => name)
const HELP = `Runs every check, and ends with one line: N passed, N failed.

  npm test                  all of them: ${names.join(', ')}
  npm test -- unit browser  only these (browser, budgets and faults need a build before them)
  npm test -- --help        show this text

Exit code: 0 when nothing failed, 1 when something did, 2 for a check that does not exist.
`

const { values, positionals } = parseArgs({ allowPositionals: true, options: { help: { type: 'boolean' } } })
if (values.help) {
  console.log(HELP)
  process.exit(0)
}
const unknown = positionals.filter((name) => !names.includes(name))
if (unknown.length > 0) {
  console.error(`There is no check called ${unknown.join(', ')}. There are: ${names.join(', ')}.`)
  process.exit(2)
}

const chosen = positionals.length > 0 ? checks.filter(({ name }) => positionals.includes(name)) : checks
const reports = await mkdtemp(join(tmpdir(), 'clinic-reports-'))
const total: Count = { passed: 0, failed: 0 }

ensureChromium(console.log)
for (const check of chosen) {
  process.stdout.write(`${check.name.padEnd(9)} … `)
  const started = Date.now()
  const { count, output } = await run(check)
  total.passed += count.passed
  total.failed += count.failed
  const seconds = ((Date.now() - started) / 1000).toFixed(0)
  console.log(`${count.passed} passed, ${count.failed} failed, ${seconds} s`)
  if (count.failed > 0) console.log(`\n${output}\n`)
}

await rm(reports, { recursive: true, force: true })
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed > 0 ? 1 : 0)

async function run({ name, command, count }: Check): Promise<{ count: Count; output: string }> {
  const report = join(reports, `${name}.json`)
  const [program = '', ...words] = command(report)
  const child = spawn(program, words, {
    env: { ...process.env, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [out, err, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number>((resolve) => child.once('close', (status) => resolve(status ?? 1))),
  ])
  const byExitCode: Count = code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  const counted = count ? await readCount(report, count) : byExitCode
  // A tool that failed without a failed test (a crash, no test found) has failed once.
  const failed = code !== 0 && counted.failed === 0 ? 1 : counted.failed
  return { count: { ...counted, failed }, output: `${out}${err}`.trim() }
}

async function readCount(report: string, count: (report: Report) => Count): Promise<Count> {
  const content = await readFile(report, 'utf8').catch(() => undefined)
  return content === undefined ? { passed: 0, failed: 1 } : count(JSON.parse(content))
}
