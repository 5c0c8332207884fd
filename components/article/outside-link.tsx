import type { ReactNode } from 'react'

/** The other site is not told which of our pages the reader came from. */
export function OutsideLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} rel="noreferrer">
      {children}
    </a>
  )
}
