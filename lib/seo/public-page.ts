import { articlesIn, pagesIn } from '#lib/articles/library.ts'
import { choiceParts, choicePath, readChoice } from '#lib/evidence/filter.ts'
import { studies } from '#lib/evidence/library.ts'
import { type Locale, locales } from '#lib/locale.ts'
import { lastUpdateOf } from './feed.ts'

type PublicPage = { locale: Locale; path: string; updatedOn?: string }

/** Every page that search engines may keep, in every language; the day is given where a reader would notice a change. */
export function publicPages(): PublicPage[] {
  return locales.flatMap((locale) => {
    const articles = articlesIn(locale)
    const written = [...articles, ...pagesIn(locale)]
    return [
      { locale, path: '/', updatedOn: lastUpdateOf(written) },
      { locale, path: '/articles', updatedOn: lastUpdateOf(articles) },
      ...['/contact', '/glossary', '/evidence'].map((path) => ({ locale, path })),
      ...choiceParts(studies()).map((parts) => ({ locale, path: choicePath(readChoice(parts)) })),
      ...studies().flatMap(({ id, verified }) => (verified ? [{ locale, path: `/evidence/${id}` }] : [])),
      ...written.map(({ path, updatedOn }) => ({ locale, path, updatedOn })),
    ]
  })
}
