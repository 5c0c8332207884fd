import type { ReactNode } from 'react'
import { CertaintyOverview } from '#components/evidence/certainty-overview.tsx'
import { PeoplePer100 } from '#components/evidence/people-per-100.tsx'
import { ResultFigure } from '#components/evidence/result-figure.tsx'
import { TrialTimeline } from '#components/evidence/trial-timeline.tsx'
import { Term } from '#components/glossary/term.tsx'
import { factOf } from '#lib/evidence/fact.ts'
import { type Locale, messagesFor, pathFor } from '#lib/locale.ts'
import { CareCard } from './care-card.tsx'
import { Cite } from './cite.tsx'
import { Phone } from './phone.tsx'
import { Warning } from './warning.tsx'

type Described = { locale: Locale; citations: string[] }

/** What an author may write in a page besides plain text. One call per rendering: it counts first mentions. */
export function mdxComponentsFor({ locale, citations }: Described) {
  const { care, reference } = messagesFor(locale).article
  const isFirstCitation = firstTimes()
  const isFirstTerm = firstTimes()

  const numberOf = (id: string) => {
    const place = citations.indexOf(id)
    if (place < 0) throw new Error(`"${id}" is shown on a page that never cites it.`)
    return place + 1
  }

  const anchorFor = (id: string) => (isFirstCitation(id) ? `cite-${numberOf(id)}` : undefined)
  const overview = { locale, href: pathFor(locale, '/evidence') }
  const figure = { locale, sourceHref: (id: string) => `#ref-${numberOf(id)}` }

  return {
    Cite: fillIn(Cite, { label: reference, numberOf, anchorFor }),
    Fact,
    ResultFigure: fillIn(ResultFigure, figure),
    PeoplePer100: fillIn(PeoplePer100, figure),
    Timeline: fillIn(TrialTimeline, overview),
    Certainty: fillIn(CertaintyOverview, overview),
    Term: fillIn(Term, { locale, isFirst: isFirstTerm }),
    Warning: fillIn(Warning, { hint: care.warning }),
    CareCard: fillIn(CareCard, { hints: care }),
    Steps,
    Phone,
  }
}

/** Says of each thing, once, that this is the first time. */
function firstTimes() {
  const seen = new Set<string>()
  return (id: string) => !seen.has(id) && seen.add(id).has(id)
}

/** A component that already knows what the page knows, so authors write only the rest. */
function fillIn<Props, Known extends Partial<Props>>(component: (props: Props) => ReactNode, known: Known) {
  return (written: Omit<Props, keyof Known>) => component({ ...written, ...known } as Props)
}

function Fact({ study, is, round = false }: { study: string; is: string; round?: boolean }) {
  return <>{factOf(study, is, { round })}</>
}

function Steps({ children }: { children: ReactNode }) {
  return <div className="steps">{children}</div>
}
