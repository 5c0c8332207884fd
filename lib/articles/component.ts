import type { Nodes, Root } from 'mdast'
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx'
import { visit } from 'unist-util-visit'

export type ComponentNode = MdxJsxFlowElement | MdxJsxTextElement

export const isComponent = (node: Nodes): node is ComponentNode =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'

/** The written value of an attribute; `<Fact round />` gives `true`, an absent one `undefined`. */
export function attributeOf(node: ComponentNode, name: string): string | true | undefined {
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || attribute.name !== name) continue
    return typeof attribute.value === 'string' ? attribute.value : true
  }
  return undefined
}

export function componentsIn(tree: Root | Nodes, name: string): ComponentNode[] {
  const found: ComponentNode[] = []
  visit(tree, (node) => {
    if (isComponent(node as Nodes) && (node as ComponentNode).name === name) found.push(node as ComponentNode)
  })
  return found
}
