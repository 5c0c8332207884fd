import { parseArgs } from 'node:util'
import { buildContent } from '#lib/editorial/build.ts'
import { countContent } from '#lib/editorial/count.ts'
import { describeProblem } from '#lib/editorial/problem.ts'
import { printScoreboard } from '#lib/editorial/scoreboard.ts'
import { calendarDay } from './terminal.ts'

const HELP = `npm run check:content              compile the content, then judge every page: reading level, sources, claims, links
npm run check:content -- --report  the same, and how every page stands on DISCERN, PEMAT-P, CDC Index, JAMA and IPDAS
npm run check:content -- --help    this text

A problem stops the release. A warning does not.`

const { values } = parseArgs({ options: { report: { type: 'boolean' }, help: { type: 'boolean' } } })

if (values.help) console.log(HELP)
else if (!(await check())) process.exitCode = 1

async function check(): Promise<boolean> {
  const built = await buildContent(process.cwd(), calendarDay(new Date()))
  if (built.kind === 'broken') console.error(`Contentlayer could not compile the content:\n${built.output}`)
  else if (built.problems.length > 0) console.error(built.problems.map(describeProblem).join('\n'))
  if (built.kind !== 'built') return false

  const { pages, records, problems } = built
  const failures = problems.filter(({ level }) => level === 'fail').length
  if (values.report) console.log(`\n${printScoreboard(pages)}\n`)
  const kinds = [...pages.map(({ outline }) => outline.kind), ...records.map(({ kind }) => kind)]
  console.log(`${countContent(kinds)}. Problems: ${failures}. Warnings: ${problems.length - failures}.`)
  return failures === 0
}
