import type { Result, Study } from '#lib/evidence/library.ts'
import { type Locale, messagesFor } from '#lib/locale.ts'
import { PeoplePer100 } from './people-per-100.tsx'
import { ResultFigure } from './result-figure.tsx'

type Props = { locale: Locale; study: Study }

/** Every result as a figure where its numbers can be drawn, and in words where they cannot. */
export function StudyResults({ locale, study }: Props) {
  const { evidence, figure } = messagesFor(locale)
  if (study.results.length === 0) return <p>{evidence.study.noResults}</p>

  // A number whose unit has no plain words would be drawn and not understood.
  const isReadable = ({ unit }: Result) => (unit ?? '') in figure.units
  const isDrawn = (result: Result) => hasCounts(result) || (hasInterval(result) && isReadable(result))
  const drawn = study.results.filter(isDrawn)
  const told = study.results.filter((result) => !isDrawn(result))

  return (
    <>
      {told.length > 0 && (
        <ul>
          {told.map(({ id, finding, measure }) => (
            <li key={id}>{finding ?? measure}</li>
          ))}
        </ul>
      )}
      {drawn.map((result) => {
        const known = { locale, study: study.id, result: result.id, sourceHref: () => '#read' }
        return hasCounts(result) ? (
          <PeoplePer100 key={result.id} {...known} />
        ) : (
          <ResultFigure key={result.id} {...known} isWithAll />
        )
      })}
    </>
  )
}

const hasCounts = ({ groups }: Result) => (groups ?? []).length >= 2

const hasInterval = ({ estimate, low, high, finding }: Result) =>
  estimate != null && low != null && high != null && Boolean(finding)
