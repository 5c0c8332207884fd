import { type FormWords, TRAP_FIELD } from '#content/en/form.ts'

/**
 * A field that robots fill and people never meet: it is off the screen, skipped by Tab and not read aloud. Where
 * styles fail, its label says what to do.
 */
export function Trap({ words }: { words: FormWords }) {
  return (
    <div aria-hidden="true" className="sr-only">
      <label htmlFor={TRAP_FIELD}>{words.page.trap}</label>
      <input type="text" id={TRAP_FIELD} name={TRAP_FIELD} tabIndex={-1} autoComplete="off" />
    </div>
  )
}
