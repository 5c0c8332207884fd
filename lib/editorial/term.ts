import { attributeOf, componentsIn } from '#lib/articles/component.ts'
import type { Term } from '#lib/articles/glossary.ts'
import { type Rule, reporterFor, type Written } from './rule.ts'
import type { Sentence } from './sentence.ts'

/** Words of the title of the whole site: who comes here knows them, and each page would explain them again. */
const wordsEveryoneCameWith = ['addiction', 'ketamine']

/** Every `<Term id="…">` names a word that the glossary explains. */
export const checkTerms: Rule = (written, { glossary }) => {
  const known = new Set(termsFor(written, glossary).map(({ id }) => id))
  return componentsIn(written.tree, 'Term').flatMap((term) => {
    const id = attributeOf(term, 'id')
    if (typeof id !== 'string' || known.has(id)) return []
    const spot = { line: term.position?.start.line ?? 1, excerpt: id }
    return [
      reporterFor(written).fail(spot, `The glossary explains no such word. Correct the id, or add it to the glossary.`),
    ]
  })
}

/** A word of the glossary is linked to it, or explained on the page, where an article first uses it. */
export const checkFirstUse: Rule = (written, { glossary }) => {
  if (written.kind !== 'article') return []
  const linked = new Set(componentsIn(written.tree, 'Term').map((term) => attributeOf(term, 'id')))
  const inText = written.paragraphs.filter(({ place }) => place !== 'summary')
  const sentences = inText.flatMap((paragraph) => paragraph.sentences)

  const unexplained = termsFor(written, glossary).flatMap((term) => {
    if (linked.has(term.id) || wordsEveryoneCameWith.includes(term.id)) return []
    const first = firstUse(term, sentences)
    return first ? [{ term: term.term, line: first.line, id: term.id }] : []
  })
  unexplained.sort((one, other) => one.line - other.line)
  const [first] = unexplained
  if (!first) return []
  const words = unexplained.map(({ term, line }) => `${term} (line ${line})`).join(', ')
  const message =
    `The glossary explains words this page uses and does not explain: ${words}. ` +
    `Wrap the first use: <Term id="${first.id}">…</Term>, or say what it means.`
  return [reporterFor(written).warn({ line: first.line }, message)]
}

const termsFor = ({ locale }: Written, glossary: Map<string, Term[]>) => glossary.get(locale ?? '') ?? []

/** Where a word is used without anything near its first use that explains it. */
function firstUse(term: Term, sentences: Sentence[]): Sentence | undefined {
  const { forms, used } = shapeOf(term.term)
  const index = sentences.findIndex(({ text }) => used.test(text))
  const first = sentences[index]
  if (!first) return undefined

  const next = sentences[index + 1]?.text ?? ''
  const namesItsKind = /\bmedicine\b/.test(term.definition) && MEDICINE.test(first.text)
  const isExplained = namesItsKind || TELLS_MORE.test(next) || explains(forms, `${first.text} ${next}`)
  return isExplained ? undefined : first
}

type Shape = { forms: string[]; used: RegExp }

const shapes = new Map<string, Shape>()

/** Made once per word, not once per word and page. */
function shapeOf(term: string): Shape {
  const known = shapes.get(term)
  if (known) return known

  const forms = formsOf(term)
  const shape = { forms, used: new RegExp(`\\b(?:${forms.join('|')})(?:s|es)?\\b`, 'i') }
  shapes.set(term, shape)
  return shape
}

/** "Ask about medicines such as …" says enough of a name. */
const MEDICINE = /\b(?:medicines?|drugs?|pills?|spray)\b/i
const TELLS_MORE = /^(?:It|They|This|That|These|Both) \w+/

/** "Infusion (IV)" is written as "infusion" or "IV". */
function formsOf(term: string): string[] {
  const [, main = term, short] = /^(.*?)\s*(?:\((.*)\))?$/.exec(term) ?? []
  return [main, short].filter((form) => form !== undefined).map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
}

function explains(forms: string[], text: string): boolean {
  const word = `["“*]?(?:${forms.join('|')})(?:s|es)?["”*]?`
  const explanations = [
    `\\b${word},? \\(`,
    `\\b${word}[,:]? (?:is|are|means?|(?:that|which) (?:is|are|means)) `,
    `\\b${word}, (?:a|an|the|or|where|when|which|one|use) `,
    `(?:called|named|known as|calls? (?:it|this)|\\() ?(?:an? |the )?${word}`,
  ]
  return (
    explanations.some((shape) => new RegExp(shape, 'i').test(text)) ||
    /\b(?:this|that|it) (?:is called|means)\b/i.test(text)
  )
}
