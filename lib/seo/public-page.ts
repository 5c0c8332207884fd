import { articlesIn, pagesIn } from '#lib/articles/library.ts'
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
      { locale, path: '/contact' },
      ...written.map(({ path, updatedOn }) => ({ locale, path, updatedOn })),
    ]
  })
}
