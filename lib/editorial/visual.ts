import { toString as textOf } from 'mdast-util-to-string'
import { isComponent } from '#lib/articles/component.ts'
import { nodesIn, nodesOfType } from '#lib/articles/node.ts'
import { wordsIn } from './reading-level.ts'
import { type Rule, reporterFor } from './rule.ts'

const COLUMN_HEADING_WORDS_MAX = 6
const boxes = ['Warning', 'CareCard', 'Steps']

/** A reader who does not see a picture gets its words. */
export const checkAlternatives: Rule = (written) => {
  const report = reporterFor(written)
  const problems: ReturnType<Rule> = []
  for (const node of nodesIn(written.tree)) {
    if ((node.type !== 'image' && node.type !== 'imageReference') || node.alt?.trim()) continue
    const spot = { line: node.position?.start.line ?? 1, excerpt: 'url' in node ? String(node.url) : '' }
    problems.push(
      report.fail(spot, 'This picture has no words for people who cannot see it. Write ![what it shows](…).'),
    )
  }
  return problems
}

/** Every column says in a few words what it holds. */
export const checkTables: Rule = (written) => {
  const report = reporterFor(written)
  const problems: ReturnType<Rule> = []
  for (const table of nodesOfType(written.tree, 'table')) {
    for (const cell of table.children[0]?.children ?? []) {
      const [text, line] = [textOf(cell).trim(), cell.position?.start.line ?? 1]
      if (!text) problems.push(report.fail({ line }, 'This table has a column without a heading. Name the column.'))
      if (wordsIn(text).length > COLUMN_HEADING_WORDS_MAX) {
        const message = `This column heading is longer than ${COLUMN_HEADING_WORDS_MAX} words. Shorten it.`
        problems.push(report.warn({ line, excerpt: text }, message))
      }
    }
  }
  return problems
}

/** Something on every article catches the eye of a reader who only skims. */
export const checkCues: Rule = (written) => {
  if (written.kind !== 'article') return []
  const hasCue = nodesIn(written.tree).some(
    (node) => node.type === 'list' || node.type === 'strong' || (isComponent(node) && boxes.includes(node.name ?? '')),
  )
  if (hasCue || written.tree.children.every(({ type }) => type !== 'paragraph')) return []
  const message = 'Nothing here helps a reader who skims. Use a list, a bold lead, or a box.'
  return [reporterFor(written).warn({ line: 1 }, message)]
}
