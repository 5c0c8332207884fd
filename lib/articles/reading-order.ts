import { type Article, articlesIn } from './library.ts'
import { topics } from './schema.ts'

/** Articles as a reader would work through them: topic by topic, the one that opens it first, then the oldest. */
export function inReadingOrder(articles: Article[]): Article[] {
  return articles.toSorted(
    (one, other) =>
      topics.indexOf(one.topic) - topics.indexOf(other.topic) ||
      Number(other.opensTopic ?? false) - Number(one.opensTopic ?? false) ||
      one.publishedOn.localeCompare(other.publishedOn) ||
      one.title.localeCompare(other.title),
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
export function neighborsOf({ locale, slug }: Article): { previous?: Article; next?: Article } {
  const ordered = inReadingOrder(articlesIn(locale))
  const place = ordered.findIndex((article) => article.slug === slug)
  const [previous, next] = [ordered[place - 1], ordered[place + 1]]
  return { ...(previous && { previous }), ...(next && { next }) }
}
