import type { Result, Study } from '#lib/evidence/library.ts'
import { type Locale, messagesFor } from '#lib/locale.ts'
import { PeoplePer100 } from './people-per-100.tsx'
import { ResultFigure } from './result-figure.tsx'

type Props = { locale: Locale; study: Study }

/** Every result as a figure where its numbers can be drawn, and in words where they cannot. */
export function StudyResults({ locale, study }: Props) {
  const { noResults } = messagesFor(locale).evidence.study
  if (study.results.length === 0) return <p>{noResults}</p>

  const drawn = study.results.filter(isDrawable)
  const told = study.results.filter((result) => !isDrawable(result))

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
const hasInterval = ({ estimate, low, high }: Result) => estimate != null && low != null && high != null

function isDrawable(result: Result): boolean {
  return hasCounts(result) || (hasInterval(result) && Boolean(result.finding))
}
