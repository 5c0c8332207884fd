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

/** The articles before and after one in reading order; the first has none before it, the last none after. */
export function neighborsOf(article: Article): { previous?: Article; next?: Article } {
  // One walk over the list, because sorting it for each of 1,000 pages took the build longer than writing them.
  let previous: Article | undefined
  let next: Article | undefined
  for (const other of articlesIn(article.locale)) {
    const side = compare(other, article)
    if (side < 0 && (!previous || compare(other, previous) > 0)) previous = other
    if (side > 0 && (!next || compare(other, next) < 0)) next = other
  }
  return { ...(previous && { previous }), ...(next && { next }) }
}
