import type { InputHTMLAttributes } from 'react'
import { FieldNotes } from './field-notes.tsx'
import { describedBy, type FormState, type TextField } from './form-state.ts'
import { Optional } from './optional.tsx'

type Attributes = Pick<InputHTMLAttributes<HTMLInputElement>, 'type' | 'autoComplete' | 'inputMode' | 'spellCheck'>
type Props = Attributes & {
  state: FormState
  field: TextField
  rows?: number
  isOptional?: boolean
  className?: string
}

/** A question answered by typing. `rows` makes room for several lines. */
export function TextQuestion({ state, field, rows, isOptional = false, className = '', ...attributes }: Props) {
  const { words, answers, problems } = state
  const hasProblem = field in problems
  const control = {
    id: field,
    name: field,
    defaultValue: answers[field],
    'aria-describedby': describedBy(state, field),
    'aria-invalid': hasProblem || undefined,
    className: `control mt-2 ${hasProblem ? 'border-error' : ''} ${className}`,
  }

  return (
    <div className={hasProblem ? 'question-with-problem' : undefined}>
      <label htmlFor={field} className="font-bold">
        {words.fields[field].label}
        {isOptional && <Optional words={words} />}
      </label>
      <FieldNotes state={state} field={field} />
      {rows ? <textarea rows={rows} {...control} /> : <input {...attributes} {...control} />}
    </div>
  )
}
