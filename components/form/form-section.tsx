import type { ReactNode } from 'react'

export function FormSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="rounded-box border border-line bg-card p-5 sm:p-8">
      <h2 className="mb-6">{title}</h2>
      <div className="grid gap-8">{children}</div>
    </section>
  )
}
