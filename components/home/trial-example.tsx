import { ResultFigure } from '#components/evidence/result-figure.tsx'
import { type Locale, messagesFor, pathFor } from '#lib/locale.ts'

/** One real result with its doubt drawn in: the picture this site shows instead of stock photos. */
export function TrialExample({ locale }: { locale: Locale }) {
  const { title, text, sourcePath, figure } = messagesFor(locale).home.trial

  return (
    <section aria-labelledby="trial" className="lg:grid lg:grid-cols-3 lg:gap-x-6">
      <div>
        <h2 id="trial">{title}</h2>
        <p className="mt-2 mb-6">{text}</p>
      </div>
      <div className="lg:col-span-2">
        <ResultFigure locale={locale} sourceHref={() => pathFor(locale, sourcePath)} {...figure} />
      </div>
    </section>
  )
}
