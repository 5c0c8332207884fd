import { type Field, form, type Problem } from '#content/en/form.ts'
import { inquirySchema } from './schema.ts'

/** The form as typed, right or wrong. */
export type Answers = { [field in Field]: field extends 'topics' | 'times' ? string[] : string }
export type Problems = Partial<Record<Field, Problem>>

/** No right answer but the message is longer, so what is cut off was wrong before and stays wrong. */
const ANSWER_LENGTH_MAX = 400
const CHOICES_MAX = 8

const fieldOrder = Object.keys(form.fields) as Field[]

/** Reads the raw form as typed, so a rejected form can be shown again without losing a word. */
export function readInquiryForm(sent: FormData): Answers {
  const all = (field: Field) => sent.getAll(field).filter((value) => typeof value === 'string')
  const text = (field: Field, lengthMax = ANSWER_LENGTH_MAX) => (all(field)[0] ?? '').slice(0, lengthMax).toWellFormed()
  const choices = (field: Field) =>
    [...new Set(all(field).map((value) => value.slice(0, ANSWER_LENGTH_MAX)))].slice(0, CHOICES_MAX)

  return {
    about: text('about'),
    topics: choices('topics'),
    name: text('name'),
    channel: text('channel'),
    phone: text('phone'),
    voicemail: text('voicemail'),
    otherAnswers: text('otherAnswers'),
    times: choices('times'),
    email: text('email'),
    receipt: text('receipt'),
    language: text('language'),
    otherLanguage: text('otherLanguage'),
    message: text('message', Number.POSITIVE_INFINITY),
  }
}

/** The first problem of each field, in the order of the page. */
export function findProblems(answers: Answers): Problems {
  const checked = inquirySchema.safeParse(answers)
  if (checked.success) return {}

  const found = new Map<Field, Problem>()
  for (const { path, message } of checked.error.issues) {
    const field = path[0] as Field
    if (!found.has(field)) found.set(field, message as Problem)
  }
  return Object.fromEntries(fieldOrder.filter((field) => found.has(field)).map((field) => [field, found.get(field)]))
}

export const noAnswers: Answers = readInquiryForm(new FormData())
