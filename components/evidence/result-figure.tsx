import { findStudy, type Result, resultOf, type Study } from '#lib/evidence/library.ts'
import { type Locale, messagesFor } from '#lib/locale.ts'
import { FigureSource } from './figure-source.tsx'
import { IntervalPlot } from './interval-plot.tsx'
import type { Interval } from './interval-scale.ts'
import { ResultTable } from './result-table.tsx'

type Props = {
  locale: Locale
  study: string
  result: string
  /** What a result left or right of "no difference" means, where the general words would mislead. */
  less?: string
  more?: string
  /** True on a page that shows every result of the study, where none needs to be named beside another. */
  isWithAll?: boolean
  /** Where the study is described in full; on an article that is its own reference list. */
  sourceHref: (studyId: string) => string
}

/** One result of one study, drawn from its record; a study with two main results always shows the other in words. */
export function ResultFigure({
  locale,
  study: studyId,
  result: resultId,
  less,
  more,
  isWithAll = false,
  sourceHref,
}: Props) {
  const words = messagesFor(locale).figure
  const result = resultOf(studyId, resultId)
  const study = findStudy(studyId)
  const interval = intervalOf(result)
  if (!study || !interval || !result.finding)
    throw new Error(`The result "${resultId}" of "${studyId}" cannot be drawn: it needs an interval and a finding.`)

  const sides = words.sides[result.unit ?? '']
  const id = `figure-${studyId}-${resultId}`
  const [headline = '', ...rest] = result.finding.split(/(?<=\.) /)

  return (
    <figure className="rounded-box border border-line bg-card p-4 sm:p-6">
      <p className="font-bold leading-snug">{headline}</p>
      <div className="mt-4 grid grid-cols-2 gap-x-6 text-sm leading-snug text-ink-2" aria-hidden="true">
        <p>← {less ?? sides?.less ?? words.less[interval.kind]}</p>
        <p className="text-end">{more ?? sides?.more ?? words.more[interval.kind]} →</p>
        <p className="col-span-2 mt-2 text-center text-ink">{words.noDifference}</p>
      </div>
      <IntervalPlot id={id} title={headline} description={explain(interval, words)} interval={interval} />
      <p className="mt-1 text-center text-sm text-ink-2">{unitOf(result, words)}</p>

      <figcaption className="mt-4 max-w-measure flex flex-col gap-2 text-sm">
        <p>
          <b>{words.readTitle}</b> {[...rest, words.read].join(' ')}
        </p>
        {(isWithAll ? [] : otherMainResults(study, result)).map((finding) => (
          <p key={finding}>
            <b>{words.otherMain}</b> {finding}
          </p>
        ))}
        <FigureSource locale={locale} study={study} href={sourceHref(study.id)} />
        <details>
          <summary className="py-1 text-link underline">{words.table}</summary>
          <ResultTable locale={locale} study={study} result={result} interval={interval} />
        </details>
      </figcaption>
    </figure>
  )
}

type Words = ReturnType<typeof messagesFor>['figure']

function intervalOf({ kind, estimate, low, high }: Result): Interval | undefined {
  const isDrawable = (kind === 'difference' || kind === 'ratio') && estimate != null && low != null && high != null
  return isDrawable ? { kind, estimate, low, high } : undefined
}

function explain({ estimate, low, high }: Interval, words: Words): string {
  return words.description.replace('{estimate}', `${estimate}`).replace('{low}', `${low}`).replace('{high}', `${high}`)
}

function unitOf({ unit }: Result, words: Words): string {
  return words.units[unit ?? ''] ?? unit ?? ''
}

function otherMainResults({ results }: Study, shown: Result): string[] {
  return results.flatMap(({ id, isPrimary, finding }) => (isPrimary && finding && id !== shown.id ? [finding] : []))
}
