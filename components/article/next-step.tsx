import { type Locale, messagesFor, pathFor } from '#lib/locale.ts'

export function NextStep({ locale }: { locale: Locale }) {
  const { next, nextText, nextLink } = messagesFor(locale).article

  return (
    <section aria-labelledby="page-next" className="rounded-box border border-line bg-card p-4 sm:p-6 print:hidden">
      <h2 id="page-next" className="font-text text-h3 font-bold">
        {next}
      </h2>
      <p className="mt-1 mb-4">{nextText}</p>
      <a className="button" href={pathFor(locale, '/contact')}>
        {nextLink}
      </a>
    </section>
  )
}
