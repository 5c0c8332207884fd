import type { Field } from '#content/en/form.ts'
import { fillIn } from './fill-in.ts'
import { type FormState, hintId, problemId } from './form-state.ts'

/** The hint and the problem of a field, between its label and its control. */
export function FieldNotes({ state, field }: { state: FormState; field: Field }) {
  const { words, problems, facts } = state
  const { hint } = words.fields[field]
  const problem = problems[field]

  return (
    <>
      {hint && (
        <p id={hintId(field)} className="max-w-measure text-ink-2">
          {fillIn(hint, facts)}
        </p>
      )}
      {problem && (
        <p id={problemId(field)} className="mt-1 font-bold text-error">
          <span className="sr-only">{words.problems.prefix} </span>
          {problem}
        </p>
      )}
    </>
  )
}
