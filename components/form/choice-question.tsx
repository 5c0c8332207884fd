import { FieldNotes } from './field-notes.tsx'
import { type ChoiceField, describedBy, type FormState } from './form-state.ts'
import { Optional } from './optional.tsx'

type Props = { state: FormState; field: ChoiceField; isOptional?: boolean; allowsMany?: boolean }

/**
 * A question answered by choosing.
 *
 * The first choice carries the field's own id, so a link to the field lands on something that can be chosen.
 */
export function ChoiceQuestion({ state, field, isOptional = false, allowsMany = false }: Props) {
  const { words, answers, problems } = state
  const { label, options } = words.fields[field]
  const hasProblem = field in problems
  const chosen = ([] as readonly string[]).concat(answers[field])

  return (
    <fieldset
      role={allowsMany ? undefined : 'radiogroup'}
      aria-describedby={describedBy(state, field)}
      aria-invalid={(!allowsMany && hasProblem) || undefined}
      className={hasProblem ? 'question-with-problem' : undefined}
    >
      <legend className="font-bold">
        {label}
        {isOptional && <Optional words={words} />}
      </legend>
      <FieldNotes state={state} field={field} />
      <div className="mt-2">
        {Object.entries(options).map(([value, text], place) => (
          <label key={value} className="choice">
            <input
              type={allowsMany ? 'checkbox' : 'radio'}
              id={place === 0 ? field : `${field}-${value}`}
              name={field}
              value={value}
              defaultChecked={chosen.includes(value)}
            />
            <span>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
