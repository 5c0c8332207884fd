import type { InputHTMLAttributes } from 'react'

type Attributes = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'autoComplete' | 'autoCapitalize' | 'spellCheck' | 'maxLength' | 'required'
>
type Props = Attributes & { name: string; label: string; hint?: string }

/** One line to type in, with its label above. */
export function TypedField({ name, label, hint, ...attributes }: Props) {
  return (
    <div className="max-w-100">
      <label htmlFor={name} className="font-bold">
        {label}
      </label>
      {hint && (
        <p id={`${name}-hint`} className="text-sm text-ink-2">
          {hint}
        </p>
      )}
      <input
        id={name}
        name={name}
        type="text"
        className="control mt-2"
        aria-describedby={hint ? `${name}-hint` : undefined}
        {...attributes}
      />
    </div>
  )
}
