import type { ReactNode } from 'react'

type CareLevel = 'emergency' | 'urgent' | 'routine'

type Props = { level: CareLevel; title: string; hints: Record<CareLevel, string>; children: ReactNode }

const titleColors = {
  emergency: 'bg-alarm text-on-alarm',
  urgent: 'bg-alarm text-on-alarm',
  routine: 'bg-teal text-on-teal',
} satisfies Record<CareLevel, string>

/** A level is told by its words and its place, and only then by its colour. */
export function CareCard({ level, title, hints, children }: Props) {
  const bodyColors = level === 'emergency' ? 'bg-night text-on-night' : 'bg-card'

  return (
    <section aria-label={title} className={`my-8 overflow-hidden rounded-box border border-line ${bodyColors}`}>
      <p className={`px-4 py-3 text-lead font-bold leading-snug sm:px-6 ${titleColors[level]}`}>
        <span className="sr-only">{hints[level]} </span>
        {title}
      </p>
      <div className="care flex flex-col gap-3 p-4 sm:px-6">{children}</div>
    </section>
  )
}
