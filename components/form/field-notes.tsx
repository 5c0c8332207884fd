import type { Field } from '#content/en/form.ts'
import { type FormState, hintId, problemId } from './form-state.ts'

type Props = FormState & { field: Field; facts?: Record<string, string> }

/** The hint and the problem of a field, between its label and its control. */
export function FieldNotes({ words, problems, field }: Props) {
  const { hint } = words.fields[field]
  const problem = problems[field]

  return (
    <>
      {hint && (
        <p id={hintId(field)} className="max-w-measure text-ink-2">
          {hint}
        </p>
      )}
      {problem && (
        <p id={problemId(field)} className="font-bold text-error">
          <span className="sr-only">{words.problems.prefix} </span>
          {problem}
        </p>
      )}
    </>
  )
}
