import type { Nodes } from 'mdast'
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx'
import { nodesIn } from './node.ts'

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

export function componentsIn(tree: Nodes, name: string): ComponentNode[] {
  return nodesIn(tree).filter((node): node is ComponentNode => isComponent(node) && node.name === name)
}
