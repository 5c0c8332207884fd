import type { Nodes } from 'mdast'
import { attributeOf, type ComponentNode, componentsIn } from './component.ts'

/** The records one `<Cite id="a b" />` names. */
export function idsOf(cite: ComponentNode): string[] {
  const ids = attributeOf(cite, 'id')
  return typeof ids === 'string' ? ids.split(/\s+/).filter(Boolean) : []
}

/** Every record a page cites, in the order the reader meets them: the numbers of its reference list. */
export function citationsOf(tree: Nodes): string[] {
  return [...new Set(componentsIn(tree, 'Cite').flatMap(idsOf))]
}
