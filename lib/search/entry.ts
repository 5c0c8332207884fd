const entryKinds = ['article', 'page', 'study', 'term'] as const

/** One thing a search can find; only `kind`, `path`, `title` and `summary` are kept to be shown. */
export type Entry = {
  path: string
  kind: (typeof entryKinds)[number]
  title: string
  summary: string
  headings: string
  words: string
}

export type Found = Pick<Entry, 'path' | 'kind' | 'title' | 'summary'>
