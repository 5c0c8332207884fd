import { type Article, articlesIn } from './library.ts'
import { topics } from './schema.ts'

/** Articles as a reader would work through them: topic by topic, the one that opens it first, then the oldest. */
export function inReadingOrder(articles: Article[]): Article[] {
  return articles.toSorted(compare)
}

function compare(one: Article, other: Article): number {
  return (
    topics.indexOf(one.topic) - topics.indexOf(other.topic) ||
    Number(other.opensTopic ?? false) - Number(one.opensTopic ?? false) ||
    one.publishedOn.localeCompare(other.publishedOn) ||
    one.title.localeCompare(other.title)
  )
}

/** The articles of each topic that has any, in reading order. */
export function byTopic(articles: Article[]): { topic: Article['topic']; articles: Article[] }[] {
  const ordered = inReadingOrder(articles)
  return topics.flatMap((topic) => {
    const ofTopic = ordered.filter((article) => article.topic === topic)
    return ofTopic.length > 0 ? [{ topic, articles: ofTopic }] : []
  })
}

/** All that one article's page may show of another: a page that stays from the last build was made from this. */
export type Neighbor = Pick<Article, 'path' | 'title'>

type Neighbors = { previous?: Neighbor; next?: Neighbor }

/** Sorted once per list: for each of 1,000 pages, that took the build longer than writing them. */
const known = new WeakMap<Article[], Map<string, Neighbors>>()

/** The articles before and after one in reading order; the first has none before it, the last none after. */
export function neighborsOf({ locale, slug }: Article): Neighbors {
  const articles = articlesIn(locale)
  const neighbors = known.get(articles) ?? findNeighbors(articles)
  known.set(articles, neighbors)
  return neighbors.get(slug) ?? {}
}

function findNeighbors(articles: Article[]): Map<string, Neighbors> {
  const ordered = inReadingOrder(articles)
  return new Map(
    ordered.map(({ slug }, place) => {
      const [previous, next] = [ordered[place - 1], ordered[place + 1]]
      return [slug, { ...(previous && { previous: asNeighbor(previous) }), ...(next && { next: asNeighbor(next) }) }]
    }),
  )
}

const asNeighbor = ({ path, title }: Article): Neighbor => ({ path, title })
