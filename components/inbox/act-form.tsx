import type { ReactNode } from 'react'

/** Which inquiry, and in which state the reader saw it. */
export type About = { reference: string; version: number }
type Props = { act: string; about: About; children: ReactNode }

/** A form that does one thing to one inquiry, if nobody changed it since this page was loaded. */
export function ActForm({ act, about, children }: Props) {
  return (
    <form method="post" action={`/staff/act/${act}`} className="flex flex-wrap items-end gap-3 print:hidden">
      <input type="hidden" name="reference" value={about.reference} />
      <input type="hidden" name="version" value={about.version} />
      {children}
    </form>
  )
}

type ButtonProps = { name?: string; value?: string; isQuiet?: boolean; children: ReactNode }

export function ActButton({ name, value, isQuiet = false, children }: ButtonProps) {
  return (
    <button type="submit" name={name} value={value} className={isQuiet ? 'chip quiet cursor-pointer' : 'button'}>
      {children}
    </button>
  )
}
