import type { Nodes, Root, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { attributeOf, isComponent } from './component.ts'
import { headingId } from './heading.ts'

const FAQ = 'faq'

/** A number that the record of a study holds, to be filled in when the page is made. */
type WrittenFact = { study: string; is: string; round: boolean }

/** A question of a page's FAQ with its answer in plain text. */
export type Question = { question: string; answer: (string | WrittenFact)[] }

/** The questions of the section `[#faq]`: each of its h3s, and the words below it. */
export function questionsOf(tree: Root): Question[] {
  const questions: { question: string; nodes: RootContent[] }[] = []
  let isInside = false
  for (const node of tree.children) {
    if (node.type === 'heading' && node.depth <= 2) isInside = headingId(node) === FAQ
    else if (!isInside) continue
    else if (node.type === 'heading' && node.depth === 3) questions.push({ question: textOf(node), nodes: [] })
    else questions.at(-1)?.nodes.push(node)
  }
  return questions.map(({ question, nodes }) => ({ question, answer: joinText(nodes.flatMap(wordsOf)) }))
}

/** What a listener would hear: no citation marks, no figures, and a pause after each paragraph and list item. */
function wordsOf(node: Nodes): Question['answer'] {
  if (node.type === 'text' || node.type === 'inlineCode') return [node.value]
  if (isComponent(node) && node.name === 'Fact') {
    const [study, is] = [attributeOf(node, 'study'), attributeOf(node, 'is')]
    return [{ study: String(study), is: String(is), round: attributeOf(node, 'round') !== undefined }]
  }
  if (isComponent(node) && node.name === 'Phone') return [String(attributeOf(node, 'number'))]
  if (!('children' in node)) return []

  const words = node.children.flatMap(wordsOf)
  return node.type === 'paragraph' ? [...words, ' '] : words
}

function joinText(parts: Question['answer']): Question['answer'] {
  const joined: Question['answer'] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part
    else joined.push(part)
  }
  return joined.map((part) => (typeof part === 'string' ? part.replace(/\s+/g, ' ') : part))
}
