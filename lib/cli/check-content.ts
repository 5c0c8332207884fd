import { parseArgs } from 'node:util'
import { buildContent } from '#lib/editorial/build.ts'
import { checkContent, surroundingsOf, writtenPages } from '#lib/editorial/check.ts'
import { countContent } from '#lib/editorial/count.ts'
import { describeProblem } from '#lib/editorial/problem.ts'
import { reportPages } from '#lib/editorial/report.ts'

const HELP = `npm run check:content              compile the content, then judge every page: reading level, sources, claims, links
npm run check:content -- --report  the same, and a table of how hard each page is to read
npm run check:content -- --help    this text

A problem stops the release. A warning does not.`

const { values } = parseArgs({ options: { report: { type: 'boolean' }, help: { type: 'boolean' } } })

if (values.help) console.log(HELP)
else if (!(await check())) process.exitCode = 1

async function check(): Promise<boolean> {
  const built = await buildContent()
  if (built.kind === 'refused') console.error(built.problems.map(describeProblem).join('\n'))
  if (built.kind === 'broken') console.error(`Contentlayer could not compile the content:\n${built.output}`)
  if (built.kind !== 'built') return false

  const today = new Date().toISOString().slice(0, 10)
  const problems = checkContent(built.manuscripts, today)
  const failures = problems.filter(({ level }) => level === 'fail').length
  if (problems.length > 0) console.error(problems.map(describeProblem).join('\n'))
  if (values.report) {
    console.log(reportPages(writtenPages(built.manuscripts, surroundingsOf(built.manuscripts, today)), problems))
  }

  console.log(`${countContent(built.manuscripts)}. Problems: ${failures}. Warnings: ${problems.length - failures}.`)
  return failures === 0
}
