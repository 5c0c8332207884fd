import type { Result, Study } from '#lib/evidence/library.ts'
import { type Locale, messagesFor } from '#lib/locale.ts'
import { PeoplePer100 } from './people-per-100.tsx'
import { ResultFigure } from './result-figure.tsx'

type Props = { locale: Locale; study: Study }

/** Every result as a figure where its numbers can be drawn, and in words where they cannot. */
export function StudyResults({ locale, study }: Props) {
  const { noResults } = messagesFor(locale).evidence.study
  if (study.results.length === 0) return <p>{noResults}</p>

  const drawn = study.results.filter((result) => figureFor(result))
  const told = study.results.filter((result) => !figureFor(result))

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
        const Figure = figureFor(result)
        if (!Figure) return null
        return <Figure key={result.id} locale={locale} study={study.id} result={result.id} sourceHref={() => '#read'} />
      })}
    </>
  )
}

function figureFor({ finding, groups, estimate, low, high }: Result) {
  if ((groups ?? []).length >= 2) return PeoplePer100
  const hasInterval = estimate != null && low != null && high != null
  return finding && hasInterval ? ResultFigure : undefined
}
