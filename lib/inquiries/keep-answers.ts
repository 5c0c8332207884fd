import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { type Answers, readInquiryForm } from './answers.ts'
import type { Draft } from './draft.ts'
import { cookieFor, draftFrom } from './draft-cookie.ts'
import { problemsIn } from './draft-problems.ts'
import { formTraces } from './form-traces.ts'

/** Puts what was typed in the visitor's own cookie, and says if it could be sent as it is. */
export function keepAnswers(form: FormData, cookieHeader: string | null, now: number) {
  const answers = readInquiryForm(form)
  const traces = formTraces(form)
  const draft: Draft = {
    id: idFor(answers, draftFrom(cookieHeader, now)),
    answers,
    keptAt: now,
    ...(traces.length > 0 && { traces }),
  }
  const cookie = cookieFor(draft, now)
  return { cookie, isReady: Object.keys(problemsIn(draft)).length === 0 }
}

/**
 * The same answers keep the same id, so a double click and a retry are one inquiry.
 *
 * Changed answers get a new one: if an earlier try was stored though its reply was lost, a corrected phone
 * number under the old id would be dropped as a repeat, and the clinic would call the wrong person.
 */
function idFor(answers: Answers, before: Draft | undefined): string {
  return before && !before.sent && isDeepStrictEqual(before.answers, answers) ? before.id : randomUUID()
}
