import { type Locale, messagesFor, pathFor } from '#lib/locale.ts'
import type { Found } from '#lib/search/entry.ts'

const RESULTS_MAX = 15

type Props = { locale: Locale; query: string; results: Found[] }

export function ResultList({ locale, query, results }: Props) {
  const words = messagesFor(locale).search
  const counted = results.length === 1 ? words.found.one : words.found.many.replace('{count}', `${results.length}`)

  return (
    <section aria-labelledby="results">
      <h2 id="results" className="font-text text-body font-bold">
        {counted.replace('{query}', () => query)}
      </h2>
      <ol className="mt-4">
        {results.slice(0, RESULTS_MAX).map(({ path, kind, title, summary }) => (
          <li key={path} className="border-t border-line py-3 last:border-b">
            <p className="text-sm text-ink-2">{words.kinds[kind]}</p>
            <h3 className="font-text text-body font-bold">
              <a href={pathFor(locale, path)}>{title}</a>
            </h3>
            <p className="mt-1 max-w-measure text-sm">{summary}</p>
          </li>
        ))}
      </ol>
      {results.length > RESULTS_MAX && (
        <p className="mt-4 text-sm">{words.more.replace('{count}', `${RESULTS_MAX}`)}</p>
      )}
    </section>
  )
}
