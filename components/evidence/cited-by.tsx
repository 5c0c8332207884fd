import { articlesIn, pagesIn } from '#lib/articles/library.ts'
import type { Study } from '#lib/evidence/library.ts'
import { type Locale, messagesFor, pathFor } from '#lib/locale.ts'

export function CitedBy({ locale, study }: { locale: Locale; study: Study }) {
  const pages = [...articlesIn(locale), ...pagesIn(locale)].filter(({ citations }) => citations.includes(study.id))
  if (pages.length === 0) return <p>{messagesFor(locale).evidence.study.notCited}</p>

  return (
    <ul>
      {pages.map(({ path, title }) => (
        <li key={path}>
          <a href={pathFor(locale, path)}>{title}</a>
        </li>
      ))}
    </ul>
  )
}
