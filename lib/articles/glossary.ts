import { z } from 'zod'
import { readGenerated } from './generated.ts'

const text = z.string('Write some text here').trim().min(1, 'Write some text here')

const termSchema = z.strictObject({
  id: text.regex(/^[a-z][a-z0-9-]*$/, 'Use small letters, digits and hyphens'),
  term: text,
  definition: text,
  reviewedBy: text.nullable(),
})

/** The words a page may explain: each with its id, the word itself, what it means, and who checked that. */
export const glossarySchema = z
  .array(termSchema)
  .refine((terms) => new Set(terms.map(({ id }) => id)).size === terms.length, { error: 'Two terms have the same id' })
  .transform((terms) => ({ terms }))

export type Term = z.infer<typeof termSchema>

/** Every explained word of a language, from A to Z. */
export function glossaryIn(locale: string): Term[] {
  const glossaries = readGenerated<Record<string, Term[]>>('library/glossary.json')
  return (glossaries[locale] ?? []).toSorted((one, other) => one.term.localeCompare(other.term, locale))
}

/** One explained word; a wrong id is a fault in the page and throws. */
export function termOf(locale: string, id: string): Term {
  const found = glossaryIn(locale).find((term) => term.id === id)
  if (!found) throw new Error(`The glossary explains no "${id}". Add it to content/${locale}/glossary.yaml.`)
  return found
}
