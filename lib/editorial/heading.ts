import { toString as textOf } from 'mdast-util-to-string'
import { headingId } from '#lib/articles/heading.ts'
import { nodesOfType } from '#lib/articles/node.ts'
import { type Rule, reporterFor } from './rule.ts'

const PAGE_TITLE_DEPTH = 1
const SAYS_NOTHING =
  /^(?:introduction|intro|overview|background|conclusions?|summary|final thoughts|in closing|more information|more|notes?)[.:!]?$/i

/** A reader who hears the headings hears an outline: no missing level, no two with one address. */
export const checkHeadings: Rule = (written) => {
  const report = reporterFor(written)
  const problems: ReturnType<Rule> = []
  const ids = new Set<string>()
  let depthBefore = PAGE_TITLE_DEPTH

  for (const heading of nodesOfType(written.tree, 'heading')) {
    const spot = { line: heading.position?.start.line ?? 1, excerpt: textOf(heading) }
    const id = headingId(heading)

    if (SAYS_NOTHING.test(textOf(heading).trim()))
      problems.push(report.fail(spot, 'This heading does not say what follows. Write the question it answers.'))
    if (heading.depth === PAGE_TITLE_DEPTH)
      problems.push(report.fail(spot, 'The title is already the top heading. Start with ##.'))
    if (heading.depth > depthBefore + 1) {
      problems.push(report.fail(spot, `This heading skips a level. Use ${'#'.repeat(depthBefore + 1)}.`))
    }
    if (heading.depth === 2 && !id)
      problems.push(report.fail(spot, 'This section has no id. End the heading with [#an-id].'))
    if (id && ids.has(id)) problems.push(report.fail(spot, `The id "${id}" is used twice on this page.`))
    if (id) ids.add(id)
    depthBefore = heading.depth
  }
  return problems
}
