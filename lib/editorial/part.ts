import type { Heading, Root, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { headingId } from '#lib/articles/heading.ts'
import type { Paragraph } from './prose.ts'

/** What stands under one heading, up to the next; what comes before the first heading has depth 0. */
export type Part = {
  depth: number
  id: string | undefined
  title: string
  line: number
  endLine: number
  nodes: RootContent[]
}

export function partsOf(tree: Root): Part[] {
  const parts: Part[] = [{ depth: 0, id: undefined, title: '', line: 1, endLine: Infinity, nodes: [] }]
  for (const node of tree.children) {
    if (node.type === 'heading') open(parts, node)
    else if (node.type !== 'yaml') parts.at(-1)?.nodes.push(node)
  }
  return parts
}

function open(parts: Part[], heading: Heading): void {
  const line = heading.position?.start.line ?? 1
  const before = parts.at(-1)
  if (before) before.endLine = line
  parts.push({
    depth: heading.depth,
    id: headingId(heading),
    title: textOf(heading),
    line,
    endLine: Infinity,
    nodes: [],
  })
}

/** A whole section: its h2 and all parts below it, up to the next h2; undefined when there is none with this id. */
export function sectionIn(tree: Root, id: string): Part | undefined {
  const parts = partsOf(tree)
  const start = parts.findIndex((part) => part.depth === 2 && part.id === id)
  const [first] = parts.slice(start, start + 1)
  if (start < 0 || !first) return undefined

  const length = parts.slice(start + 1).findIndex(({ depth }) => depth <= 2)
  const whole = length < 0 ? parts.slice(start) : parts.slice(start, start + 1 + length)
  return { ...first, endLine: whole.at(-1)?.endLine ?? first.endLine, nodes: whole.flatMap(({ nodes }) => nodes) }
}

/** The paragraphs of a part; a summary stands in the fields, not in a part. */
export function paragraphsOf({ line, endLine }: Part, paragraphs: Paragraph[]): Paragraph[] {
  return paragraphs.filter(
    (paragraph) => paragraph.place !== 'summary' && line <= paragraph.line && paragraph.line < endLine,
  )
}

/** Whether nothing but a note to the next editor stands there. */
export const isEmpty = ({ nodes }: Part): boolean => nodes.every(({ type }) => type === 'mdxFlowExpression')
