import type { Article } from '#lib/articles/library.ts'
import { neighborsOf } from '#lib/articles/reading-order.ts'
import { type Locale, messagesFor, pathFor } from '#lib/locale.ts'

/** The articles before and after this one, for a reader who works through a topic. */
export function MoreArticles({ locale, article }: { locale: Locale; article: Article }) {
  const words = messagesFor(locale).article.more
  const { previous, next } = neighborsOf(article)
  if (!previous && !next) return null

  return (
    <nav aria-label={words.label} className="grid gap-6 sm:grid-cols-2 print:hidden">
      {previous && (
        <Neighbor word={`← ${words.previous}`} title={previous.title} href={pathFor(locale, previous.path)} />
      )}
      {next && <Neighbor word={`${words.next} →`} title={next.title} href={pathFor(locale, next.path)} />}
    </nav>
  )
}

function Neighbor({ word, title, href }: { word: string; title: string; href: string }) {
  return (
    <p>
      <span className="block text-sm text-ink-2">{word}</span>
      <a href={href}>{title}</a>
    </p>
  )
}
