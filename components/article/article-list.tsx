import type { Article } from '#lib/articles/library.ts'
import { type Locale, messagesFor, pathFor } from '#lib/locale.ts'
import { Day } from './day.tsx'

export function ArticleList({ locale, articles }: { locale: Locale; articles: Article[] }) {
  const words = messagesFor(locale)

  return (
    <ul>
      {articles.map((article) => (
        <li key={article.slug} className="border-t border-line py-6 last:border-b">
          <p className="text-sm font-bold text-teal">{words.article.topics[article.topic]}</p>
          <h2 className="mt-1">
            <a className="text-ink" href={pathFor(locale, article.path)}>
              {article.title}
            </a>
          </h2>
          <p className="mt-2">{article.mainMessage}</p>
          <p className="mt-2 text-sm text-ink-2">
            {words.articles.updated} <Day locale={locale} on={article.updatedOn} />.{' '}
            {article.reviewedBy ?? words.article.review.notReviewed}.
          </p>
        </li>
      ))}
    </ul>
  )
}
