import type { Field, FormWords } from '#content/en/form.ts'
import type { ShownAnswers } from './form-state.ts'

type AnswerRow = { field: Field; label: string; lines: string[] }

/** The questions the visitor was asked and what they answered, as typed. Empty lines mean it was skipped. */
export function answerRows(words: FormWords, answers: ShownAnswers): AnswerRow[] {
  return fieldsAsked(answers).map((field) => ({
    field,
    label: words.fields[field].label,
    lines: linesOf(words, answers, field),
  }))
}

function fieldsAsked({ channel, language }: ShownAnswers): Field[] {
  const reach: Field[] = channel === 'phone' ? ['phone', 'voicemail', 'otherAnswers', 'times'] : ['email', 'receipt']
  const spoken: Field[] = language === 'other' ? ['language', 'otherLanguage'] : ['language']
  return ['about', 'topics', 'name', 'channel', ...reach, ...spoken, 'message']
}

function linesOf(words: FormWords, answers: ShownAnswers, field: Field): string[] {
  const typed = field === 'language' && answers.language === '' ? 'en' : answers[field]
  const { options } = words.fields[field] as { options?: Record<string, string> }
  const values = ([] as readonly string[]).concat(typed).filter((value) => value.trim() !== '')
  return options ? values.flatMap((value) => (Object.hasOwn(options, value) ? (options[value] ?? []) : [])) : values
}
