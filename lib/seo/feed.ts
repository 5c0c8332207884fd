import { articlesIn } from '#lib/articles/library.ts'
import type { Article } from '#lib/articles/schema.ts'
import { clinic } from '#lib/clinic.ts'
import { type Locale, messagesFor } from '#lib/locale.ts'
import { addressOf } from './address.ts'

export const FEED_PATH = '/feed.xml'
export const FEED_TYPE = 'application/atom+xml'

/** The newest articles as an Atom feed (RFC 4287): titles and summaries, so a reader comes here for the sources. */
export function atomFeed(locale: Locale): string {
  const articles = articlesIn(locale)
  const { title, description } = messagesFor(locale).articles

  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">
  <title>${escapeXml(`${title} – ${clinic().shortName}`)}</title>
  <subtitle>${escapeXml(description)}</subtitle>
  <id>${addressOf(locale, '/articles')}</id>
  <link rel="self" type="${FEED_TYPE}" href="${addressOf(locale, FEED_PATH)}"/>
  <link rel="alternate" type="text/html" href="${addressOf(locale, '/articles')}"/>
  <updated>${startOf(lastUpdateOf(articles))}</updated>
  <author><name>${escapeXml(clinic().name)}</name></author>
${articles.map((article) => entryOf(locale, article)).join('\n')}
</feed>
`
}

export function entryOf(locale: Locale, article: Article): string {
  const address = addressOf(locale, article.path)
  return `  <entry>
    <title>${escapeXml(article.title)}</title>
    <id>${address}</id>
    <link rel="alternate" type="text/html" href="${address}"/>
    <published>${startOf(article.publishedOn)}</published>
    <updated>${startOf(article.updatedOn)}</updated>
    <category term="${article.topic}" label="${escapeXml(messagesFor(locale).article.topics[article.topic])}"/>
    <summary>${escapeXml(article.mainMessage)}</summary>
  </entry>`
}

/** The day on which the newest of these pages last changed; 1970 when there is none, because a feed must say. */
export function lastUpdateOf(pages: { updatedOn: string }[]): string {
  const days = pages.map(({ updatedOn }) => updatedOn).sort()
  return days.at(-1) ?? '1970-01-01'
}

/** Front matter knows the day; Atom wants the moment. */
const startOf = (day: string) => `${day}T00:00:00Z`

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeXml = (text: string) => text.replace(/[&<>"]/g, (character) => entities[character] ?? '')
