import type { Field, FormWords } from '#content/en/form.ts'

type Fields = FormWords['fields']

type ListField = 'topics' | 'times'
export type ChoiceField = { [field in Field]: Fields[field] extends { options: object } ? field : never }[Field]
export type TextField = Exclude<Field, ChoiceField>

export type ShownAnswers = { readonly [field in Field]: field extends ListField ? readonly string[] : string }

/** What the form shows: its words, what was typed, and a sentence for each field that has a problem. */
export type FormState = {
  words: FormWords
  answers: ShownAnswers
  problems: Partial<Record<Field, string>>
  facts: { hours: string; days: string }
}

export const hintId = (field: Field) => `${field}-hint`
export const problemId = (field: Field) => `${field}-problem`

/** The ids that describe a field to a screen reader: its hint, then its problem. */
export function describedBy({ words, problems }: FormState, field: Field): string | undefined {
  const ids = [words.fields[field].hint && hintId(field), problems[field] && problemId(field)].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}
