import { type Locale, messagesFor, pathFor } from '#lib/locale.ts'

export const QUERY_LENGTH_MAX = 200

type Props = {
  locale: Locale
  /** Two forms on one page need two ids. */
  id?: string
  query?: string
  /** In the header the label is read out but not shown. */
  isSmall?: boolean
}

/** A plain GET form: it works without a script, and what is typed goes nowhere but to our own search page. */
export function SearchForm({ locale, id = 'search', query = '', isSmall = false }: Props) {
  const words = messagesFor(locale).search

  return (
    <search>
      <form action={pathFor(locale, '/search')}>
        <label htmlFor={id} className={isSmall ? 'sr-only' : 'mb-2 block font-bold'}>
          {isSmall ? words.shortLabel : words.label}
        </label>
        <div className="flex gap-2">
          <input
            type="search"
            id={id}
            name="q"
            defaultValue={query}
            maxLength={QUERY_LENGTH_MAX}
            autoComplete="off"
            className="control"
          />
          <button type="submit" className="button">
            {words.button}
          </button>
        </div>
      </form>
    </search>
  )
}
