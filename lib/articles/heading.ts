import type { Heading, Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { nodesOfType } from './node.ts'

const TRAILING_ID = /\s*\[#([a-z][a-z0-9-]*)\]\s*$/

/**
 * A remark plugin: `## What are the risks? [#risks]` becomes a heading with the id `risks`.
 *
 * Ids are written by hand because links and the required-section check must survive a reworded heading.
 */
export function nameHeadings() {
  return (tree: Root): void => {
    for (const heading of nodesOfType(tree, 'heading')) {
      const last = heading.children.at(-1)
      const id = last?.type === 'text' ? TRAILING_ID.exec(last.value)?.[1] : undefined
      if (last?.type !== 'text' || !id) continue

      last.value = last.value.replace(TRAILING_ID, '')
      heading.data = { ...heading.data, hProperties: { id } } as Heading['data'] & object
    }
  }
}

export function headingId(heading: Heading): string | undefined {
  const data = heading.data as { hProperties?: { id?: string } } | undefined
  return data?.hProperties?.id
}

/** The sections a table of contents lists: every h2 that has an id. */
export function sectionsOf(tree: Root): { id: string; text: string }[] {
  return tree.children.flatMap((node) => {
    const id = node.type === 'heading' && node.depth === 2 ? headingId(node) : undefined
    return id ? [{ id, text: textOf(node) }] : []
  })
}
