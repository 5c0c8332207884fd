import type { Article } from '#lib/articles/library.ts'
import { byTopic } from '#lib/articles/reading-order.ts'
import { type Locale, messagesFor, pathFor } from '#lib/locale.ts'
import { Day } from './day.tsx'

/** Every article under the topic it belongs to, in the order in which each leads on to the next. */
export function ArticleList({ locale, articles }: { locale: Locale; articles: Article[] }) {
  const words = messagesFor(locale)

  return byTopic(articles).map(({ topic, articles: ofTopic }) => (
    <section key={topic} aria-labelledby={topic}>
      <h2 id={topic}>{words.article.topics[topic]}</h2>
      <ul className="mt-4">
        {ofTopic.map((article) => (
          <li key={article.slug} className="border-t border-line py-4">
            <h3>
              <a href={pathFor(locale, article.path)}>{article.title}</a>
            </h3>
            <p className="mt-1">{article.mainMessage}</p>
            <p className="mt-1 text-sm text-ink-2">
              {words.articles.updated} <Day locale={locale} on={article.updatedOn} />.{' '}
              {article.reviewedBy ?? words.article.review.notReviewed}.
            </p>
          </li>
        ))}
      </ul>
    </section>
  ))
}
