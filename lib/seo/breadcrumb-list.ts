import type { BreadcrumbList } from 'schema-dts'
import { type Locale, messagesFor } from '#lib/locale.ts'
import { addressOf } from './address.ts'

export type Crumb = { path: string; label: string }

/** The pages above a page, from the home page down, and what the list of them is called. */
export function trailOf(locale: Locale, above: Crumb[]): { label: string; crumbs: Crumb[] } {
  const { label, home } = messagesFor(locale).frame.breadcrumbs
  return { label, crumbs: [{ path: '/', label: home }, ...above] }
}

/** The same list for machines, with the page itself at its end. */
export function breadcrumbListOf(locale: Locale, pages: Crumb[]): BreadcrumbList {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: trailOf(locale, pages).crumbs.map(({ path, label }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: label,
      item: addressOf(locale, path),
    })),
  }
}
