import type { BreadcrumbList } from 'schema-dts'
import type { Locale } from '#lib/locale.ts'
import { addressOf } from './address.ts'

export type Crumb = { path: string; label: string }

export function breadcrumbListOf(locale: Locale, crumbs: Crumb[]): BreadcrumbList {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ path, label }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: label,
      item: addressOf(locale, path),
    })),
  }
}
