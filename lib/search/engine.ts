import MiniSearch, { type AsPlainObject, type Options, type Query, type SearchResult } from 'minisearch'
import type { Entry, Found } from './entry.ts'
import { plainWord, sameMeaning } from './word.ts'

/** Shorter words would match half the site. */
const PREFIX_LENGTH_MIN = 3
const FUZZY_LENGTH_MIN = 4
/** One wrong letter in a word of five, two in a word of ten. */
const FUZZY_SHARE = 0.2

/** A page answers a reader's question; a study is one piece of the answer. */
const kindBoosts = { article: 1.5, page: 1.5, term: 1.2, study: 1 } as const satisfies Record<Entry['kind'], number>

const options: Options<Entry> = {
  idField: 'path',
  fields: ['title', 'headings', 'summary', 'words'],
  storeFields: ['path', 'kind', 'title', 'summary'],
  processTerm: plainWord,
  searchOptions: {
    boost: { title: 4, headings: 2, summary: 1.5 },
    boostDocument: (_path, _word, stored) => kindBoosts[(stored as Found).kind],
    prefix: (word) => word.length >= PREFIX_LENGTH_MIN,
    fuzzy: (word) => (word.length >= FUZZY_LENGTH_MIN ? FUZZY_SHARE : false),
  },
}

export type Engine = MiniSearch<Entry>
export type SearchIndex = AsPlainObject

/** The index as it is written to a file: words and where they occur, not the text. */
export function indexEntries(entries: Entry[]): SearchIndex {
  const engine = new MiniSearch(options)
  engine.addAll(entries)
  return engine.toJSON()
}

export function openIndex(index: SearchIndex): Engine {
  return MiniSearch.loadJS(index, options)
}

/** What fits every word of the query, best first; only if nothing does, what fits some of them. */
export function findIn(engine: Engine, query: string): Found[] {
  const words = wordsOf(query)
  const fits = (combineWith: 'AND' | 'OR') => engine.search({ combineWith, queries: words.map(withSynonyms) })
  const all = words.length > 0 ? fits('AND') : []
  return (all.length > 0 || words.length < 2 ? all : fits('OR')).map(shownOf)
}

function wordsOf(query: string): string[] {
  const tokenize = MiniSearch.getDefault('tokenize') as (text: string) => string[]
  return [...new Set(tokenize(query).flatMap((word) => plainWord(word) ?? []))]
}

const withSynonyms = (word: string): Query => ({ combineWith: 'OR', queries: sameMeaning(word) })

const shownOf = ({ path, kind, title, summary }: SearchResult & Partial<Found>) =>
  ({ path, kind, title, summary }) as Found
