import type { ReactNode } from 'react'

type Props = { title: string; hint: string; children: ReactNode }

export function Warning({ title, hint, children }: Props) {
  return (
    <aside
      aria-label={title}
      className="my-8 flex flex-col gap-2 rounded-e-box border-s-[6px] border-amber bg-amber-tint p-4 sm:px-6"
    >
      <p className="text-lead font-bold leading-snug">
        <span className="sr-only">{hint} </span>
        {title}
      </p>
      {children}
    </aside>
  )
}
