import type { Kind, Manuscript } from './manuscript.ts'

const nouns = {
  article: ['article', 'articles'],
  page: ['page', 'pages'],
  study: ['study', 'studies'],
  source: ['source', 'sources'],
} as const satisfies Partial<Record<Kind, [string, string]>>

/** "Content: 2 articles, 1 page, 14 studies, 9 sources" */
export function countContent(manuscripts: Manuscript[]): string {
  const counts = Object.entries(nouns).map(([kind, [one, several]]) => {
    const count = manuscripts.filter((manuscript) => manuscript.kind === kind).length
    return `${count} ${count === 1 ? one : several}`
  })
  return `Content: ${counts.join(', ')}`
}
