import type { ReactNode } from 'react'

type Props = { when: 'someone' | 'phone' | 'email' | 'other-language'; note?: string; children: ReactNode }

/**
 * Questions that matter only after one answer. app/globals.css hides them until that answer is chosen.
 *
 * A browser without `:has()` shows them all, with a note that says when to answer; the schema ignores the rest.
 */
export function Branch({ when, note, children }: Props) {
  return (
    <div data-when={when} className="grid gap-6 border-l-4 border-line pl-4 sm:pl-6">
      {note && <p className="branch-note text-ink-2">{note}</p>}
      {children}
    </div>
  )
}
