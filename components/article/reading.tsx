import type { ReactNode } from 'react'
import { type Locale, messagesFor } from '#lib/locale.ts'
import { ContentsList } from './contents-list.tsx'

const SECTIONS_MIN = 3

type Props = { locale: Locale; sections: { id: string; text: string }[]; opening: ReactNode; children: ReactNode }

/** One column of text; its list of contents stands between opening and text on a phone, beside both on a wide screen. */
export function Reading({ locale, sections, opening, children }: Props) {
  return (
    <article className="lg:grid lg:grid-cols-[minmax(0,38rem)_17rem] lg:gap-x-18">
      <div className="max-w-measure flex flex-col gap-6 lg:gap-8">{opening}</div>
      {sections.length >= SECTIONS_MIN && (
        <ContentsList title={messagesFor(locale).article.contents} sections={sections} />
      )}
      <div className="mt-8 max-w-measure flex flex-col gap-12">{children}</div>
    </article>
  )
}
