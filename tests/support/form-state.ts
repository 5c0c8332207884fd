import type { FormState } from '#components/form/form-state.ts'
import { form } from '#content/en/form.ts'
import { findProblems, readInquiryForm } from '#lib/inquiries/answers.ts'
import { formOf } from '#tests/support/typed-form.ts'

/** What the form would show after somebody typed this, with its problems when it was judged. */
export function formState(typed: Record<string, string | string[]> = {}, { isJudged = false } = {}): FormState {
  const answers = readInquiryForm(formOf(typed))
  const problems = Object.entries(isJudged ? findProblems(answers) : {})
  return {
    words: form,
    answers,
    problems: Object.fromEntries(problems.map(([field, problem]) => [field, form.errors[problem]])),
    facts: { hours: '[to be confirmed]', days: '[to be confirmed]' },
  }
}
