import type { ReactNode } from 'react'
import { ResultFigure } from '#components/evidence/result-figure.tsx'
import { factOf } from '#lib/evidence/fact.ts'
import { type Locale, messagesFor } from '#lib/locale.ts'
import { CareCard, type CareLevel } from './care-card.tsx'
import { Cite } from './cite.tsx'
import { Phone } from './phone.tsx'
import { Warning } from './warning.tsx'

type Described = { locale: Locale; citations: string[] }
type FigureProps = { study: string; result: string; less?: string; more?: string }

/** What an author may write in a page besides plain text. One call per rendering: it counts first mentions. */
export function mdxComponentsFor({ locale, citations }: Described) {
  const { care, reference } = messagesFor(locale).article
  const mentioned = new Set<string>()

  const anchorFor = (id: string) => {
    if (mentioned.has(id)) return undefined
    mentioned.add(id)
    return `cite-${id}`
  }

  return {
    Cite: ({ id }: { id: string }) => <Cite id={id} citations={citations} label={reference} anchorFor={anchorFor} />,
    Fact: ({ study, is, round }: { study: string; is: string; round?: boolean }) => (
      <>{factOf(study, is, { round: round ?? false })}</>
    ),
    ResultFigure: (props: FigureProps) => <ResultFigure locale={locale} {...props} />,
    Warning: ({ title, children }: { title: string; children: ReactNode }) => (
      <Warning title={title} hint={care.warning}>
        {children}
      </Warning>
    ),
    CareCard: ({ level, title, children }: { level: CareLevel; title: string; children: ReactNode }) => (
      <CareCard level={level} title={title} hint={care[level]}>
        {children}
      </CareCard>
    ),
    Steps: ({ children }: { children: ReactNode }) => <div className="steps">{children}</div>,
    Phone,
  }
}
