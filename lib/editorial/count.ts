import type { Kind } from './manuscript.ts'

const nouns = {
  article: ['article', 'articles'],
  page: ['page', 'pages'],
  study: ['study', 'studies'],
  source: ['source', 'sources'],
} as const satisfies Partial<Record<Kind, [string, string]>>

/** "Content: 2 articles, 1 page, 14 studies, 9 sources" */
export function countContent(kinds: Kind[]): string {
  const counts = Object.entries(nouns).map(([kind, [one, several]]) => {
    const count = kinds.filter((each) => each === kind).length
    return `${count} ${count === 1 ? one : several}`
  })
  return `Content: ${counts.join(', ')}`
}
