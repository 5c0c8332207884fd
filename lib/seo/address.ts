import { findArticle, findPage } from '#lib/articles/library.ts'
import { env } from '#lib/env.ts'
import { type Locale, locales, pathFor } from '#lib/locale.ts'

/** The whole address of a page, as search engines and other sites must write it. */
export function addressOf(locale: Locale, path: string): string {
  return new URL(pathFor(locale, path), env().siteOrigin).href
}

/** The same page in every language that has it; `x-default` is for a reader of none of them. */
export function languageAddressesOf(path: string): Record<string, string> {
  const written = locales.filter((locale) => isWritten(locale, path))
  // A path that no file holds is a page of the frame, and every language has those.
  const spoken = written.length > 0 ? written : locales
  const [first = locales[0]] = spoken
  return {
    ...Object.fromEntries(spoken.map((locale) => [locale, addressOf(locale, path)])),
    'x-default': addressOf(first, path),
  }
}

function isWritten(locale: Locale, path: string): boolean {
  const [, slug] = /^\/articles\/(.+)/.exec(path) ?? []
  return (slug ? findArticle(locale, slug) : findPage(locale, path.slice(1))) !== undefined
}
