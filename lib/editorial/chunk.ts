import { toString as textOf } from 'mdast-util-to-string'
import { nodesOfType } from '#lib/articles/node.ts'
import { paragraphsOf, partsOf } from './part.ts'
import { wordsIn } from './reading-level.ts'
import { type Rule, reporterFor } from './rule.ts'

const wordsBetweenHeadings = { warn: 200, fail: 300 } as const
const LIST_ITEMS_MAX = 7

/** A reader finds the way by headings, so no stretch between two is long. */
export const checkChunks: Rule = (written) => {
  const report = reporterFor(written)
  return partsOf(written.tree).flatMap((part) => {
    const sentences = paragraphsOf(part, written.paragraphs).flatMap((paragraph) => paragraph.sentences)
    const count = sentences.reduce((sum, { text }) => sum + wordsIn(text).length, 0)
    if (count <= wordsBetweenHeadings.warn) return []

    const message =
      `${count} words stand here without a heading; the aim is ${wordsBetweenHeadings.warn}, ` +
      `the limit ${wordsBetweenHeadings.fail}. Add a heading (###), or say less.`
    const spot = { line: part.line, excerpt: part.title }
    return [count > wordsBetweenHeadings.fail ? report.fail(spot, message) : report.warn(spot, message)]
  })
}

/** Nobody keeps more than seven things in mind. */
export const checkListLength: Rule = (written) => {
  const report = reporterFor(written)
  const lists = nodesOfType(written.tree, 'list').filter(({ children }) => children.length > LIST_ITEMS_MAX)
  return lists.map((list) => {
    const count = list.children.length
    const spot = { line: list.position?.start.line ?? 1, excerpt: textOf(list.children[0]) }
    const message = `This list has ${count} items; the limit is ${LIST_ITEMS_MAX}. Make two lists, each with its own lead.`
    return report.fail(spot, message)
  })
}
