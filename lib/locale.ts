import { messages as english, type Messages } from '#content/en/messages.ts'

export const locales = ['en'] as const
export type Locale = (typeof locales)[number]

const messages = { en: english } satisfies Record<Locale, Messages>

export function isLocale(value: string): value is Locale {
  return (locales as readonly string[]).includes(value)
}

export function messagesFor(locale: Locale): Messages {
  return messages[locale]
}

/** English lives at the root, every other language under its own prefix. */
export function pathFor(locale: string, path: string): string {
  if (locale === 'en') return path
  return path === '/' ? `/${locale}` : `/${locale}${path}`
}
