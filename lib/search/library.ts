import { readGenerated } from '#lib/articles/generated.ts'
import { type Engine, findIn, openIndex, type SearchIndex } from './engine.ts'
import type { Found } from './entry.ts'

const opened = new WeakMap<SearchIndex, Engine>()

/** Everything on the site that fits the query, best first. What was asked is kept nowhere. */
export function search(locale: string, query: string): Found[] {
  const index = readGenerated<Record<string, SearchIndex>>('library/search.json')[locale]
  return index ? findIn(engineOf(index), query) : []
}

/** Opened once, and again only after the content build has written another index. */
function engineOf(index: SearchIndex): Engine {
  const known = opened.get(index)
  if (known) return known

  const engine = openIndex(index)
  opened.set(index, engine)
  return engine
}
