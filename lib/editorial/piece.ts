import type { PhrasingContent } from 'mdast'
import { idsOf } from '#lib/articles/citation.ts'
import { attributeOf, isComponent } from '#lib/articles/component.ts'

/** A run of words as the reader sees it: typed by the author, printed from a record, or a citation mark. */
export type Piece = { origin: 'typed' | 'record' | 'citation'; text: string; line: number; ids: string[] }

export type PrintFact = (study: string, path: string, isRounded: boolean) => string | undefined

const UNKNOWN_FACT = '0'

/** Flattens one paragraph into what a reader reads, and remembers where each word comes from. */
export function piecesOf(nodes: PhrasingContent[], printFact: PrintFact): Piece[] {
  return nodes.flatMap((node): Piece[] => {
    const line = node.position?.start.line ?? 1
    const typed = (text: string): Piece[] => [{ origin: 'typed', text, line, ids: [] }]

    if (node.type === 'text' || node.type === 'inlineCode') return typed(node.value)
    if (node.type === 'break') return typed(' ')
    if (!isComponent(node)) return 'children' in node ? piecesOf(node.children, printFact) : []

    const [study, path, number] = ['study', 'is', 'number'].map((name) => attributeOf(node, name))
    if (node.name === 'Cite') return [{ origin: 'citation', text: '', line, ids: idsOf(node) }]
    if (node.name === 'Phone') return typed(String(number ?? ''))
    if (node.name === 'Fact') {
      const isRounded = attributeOf(node, 'round') !== undefined
      return [
        { origin: 'record', text: printFact(String(study), String(path), isRounded) ?? UNKNOWN_FACT, line, ids: [] },
      ]
    }
    return piecesOf(node.children as PhrasingContent[], printFact)
  })
}

/** The line of a position in the joined text of the pieces, counting lines the author wrapped. */
export function lineAt(pieces: Piece[], position: number): number {
  let start = 0
  for (const piece of pieces) {
    const end = start + piece.text.length
    if (position < end) return piece.line + piece.text.slice(0, position - start).split('\n').length - 1
    start = end
  }
  return pieces.at(-1)?.line ?? 1
}
