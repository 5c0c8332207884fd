import { type Locale, messagesFor, pathFor } from '#lib/locale.ts'

export function NoResult({ locale, query }: { locale: Locale; query: string }) {
  const words = messagesFor(locale).search.none

  return (
    <section aria-labelledby="no-result" className="prose">
      <h2 id="no-result">{words.title.replace('{query}', () => query)}</h2>
      <p>{words.text}</p>
      <p>
        {words.ask} <a href={pathFor(locale, '/contact')}>{words.askLink}</a>
      </p>
    </section>
  )
}
