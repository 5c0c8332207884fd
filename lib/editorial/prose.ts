import type { Nodes } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { attributeOf, isComponent } from '#lib/articles/component.ts'
import { nodesIn } from '#lib/articles/node.ts'
import type { Manuscript } from './manuscript.ts'
import { type PrintFact, piecesOf } from './piece.ts'
import { type Sentence, sentencesOf } from './sentence.ts'

/** Where a paragraph stands; a summary is the main message or a key point from the fields. */
type Place = 'summary' | 'paragraph' | 'item' | 'cell'
export type Paragraph = { place: Place; line: number; sentences: Sentence[] }

/** What the author wrote, as a reader reads it, in the order of the page. Headings are not prose. */
export function proseOf(manuscript: Manuscript, printFact: PrintFact): Paragraph[] {
  return [...summaryOf(manuscript), ...paragraphsIn(manuscript.tree, 'paragraph', printFact)]
}

/** Prose a reader reads in sentences; a table is looked up, not read. */
export const isReadAloud = ({ place }: Paragraph): boolean => place !== 'cell'

function summaryOf({ data, lineOf }: Manuscript): Paragraph[] {
  const points = Array.isArray(data.keyPoints) ? data.keyPoints : []
  const fields = [['mainMessage', data.mainMessage], ...points.map((point, index) => [`keyPoints.${index}`, point])]
  return fields.flatMap(([field, text]) => {
    if (typeof text !== 'string') return []
    const line = lineOf(String(field))
    const sentences = sentencesOf([{ origin: 'typed', text, line, ids: [] }]).map((sentence) => ({ ...sentence, line }))
    return [{ place: 'summary', line, sentences }]
  })
}

function paragraphsIn(node: Nodes, place: Place, printFact: PrintFact): Paragraph[] {
  if (node.type === 'paragraph' || node.type === 'tableCell') {
    const sentences = sentencesOf(piecesOf(node.children, printFact))
    const line = node.position?.start.line ?? 1
    return [{ place: node.type === 'tableCell' ? 'cell' : place, line, sentences }]
  }
  if (node.type === 'heading' || !('children' in node)) return []
  const inside = node.type === 'listItem' ? 'item' : place
  return node.children.flatMap((child) => paragraphsIn(child, inside, printFact))
}

/** Words a reader sees outside sentences: the title, the description, headings and the titles of boxes. */
export function labelsOf({ data, tree, lineOf }: Manuscript): { text: string; line: number }[] {
  const labels = ['title', 'description'].flatMap((field) =>
    typeof data[field] === 'string' ? [{ text: data[field], line: lineOf(field) }] : [],
  )
  for (const node of nodesIn(tree)) {
    const line = node.position?.start.line ?? 1
    const title = isComponent(node) ? attributeOf(node, 'title') : undefined
    if (node.type === 'heading') labels.push({ text: textOf(node), line })
    if (typeof title === 'string') labels.push({ text: title, line })
  }
  return labels
}
