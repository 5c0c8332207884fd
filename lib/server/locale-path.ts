const DEFAULT_LOCALE = 'en'

/** Addresses that are no public page, and so have no language. */
const withoutLocale = /^\/(webhooks|health|staff)(\/|$)/

/** The path under `app/[locale]` that answers a public path: `/safety` is `/en/safety`. */
export function toLocalePath(path: string): string {
  if (path === '/') return `/${DEFAULT_LOCALE}`
  return withoutLocale.test(path) ? path : `/${DEFAULT_LOCALE}${path}`
}

/** The public path of a page under `app/[locale]`: `/en/safety` is `/safety`, `/en` is `/`. */
export function toPublicPath(localePath: string): string {
  if (localePath === `/${DEFAULT_LOCALE}`) return '/'
  return hasDefaultLocale(localePath) ? localePath.slice(DEFAULT_LOCALE.length + 1) : localePath
}

/** Whether a visitor typed the default locale, which has no address of its own. */
export function hasDefaultLocale(path: string): boolean {
  return path === `/${DEFAULT_LOCALE}` || path.startsWith(`/${DEFAULT_LOCALE}/`)
}
