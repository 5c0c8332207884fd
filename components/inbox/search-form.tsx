import { inbox } from '#content/en/inbox.ts'

const words = inbox.search

export function SearchForm() {
  return (
    <form method="post" action="/staff/search/find" className="my-6 flex flex-wrap items-end gap-4">
      <div className="grow max-w-100">
        <label htmlFor="for" className="font-bold">
          {words.label}
        </label>
        <p id="for-hint" className="text-sm text-ink-2">
          {words.hint}
        </p>
        <input
          id="for"
          name="for"
          type="text"
          className="control mt-2"
          aria-describedby="for-hint"
          autoComplete="off"
          spellCheck={false}
        />
      </div>
      <button type="submit" className="button">
        {words.button}
      </button>
    </form>
  )
}
