import type { Field, FormWords } from '#content/en/form.ts'
import { findProblems, type Problems } from './answers.ts'
import type { Draft } from './draft.ts'

/** What stands between a draft and sending. A message we had to cut is a problem, even if the rest of it is short enough. */
export function problemsIn({ answers, messageKept }: Draft): Problems {
  const problems = findProblems(answers)
  return messageKept === undefined ? problems : { ...problems, message: 'message-cut' }
}

/** The sentence a visitor reads for each problem, in the order of the page. */
export function problemSentences(draft: Draft, words: FormWords, locale: string): Partial<Record<Field, string>> {
  const kept = (draft.messageKept ?? 0).toLocaleString(locale)
  return Object.fromEntries(
    Object.entries(problemsIn(draft)).map(([field, problem]) => [field, words.errors[problem].replace('{kept}', kept)]),
  )
}
