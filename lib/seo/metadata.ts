import type { Metadata } from 'next'
import { clinic } from '#lib/clinic.ts'
import { type Locale, pathFor } from '#lib/locale.ts'

type Described = { locale: Locale; path: string; title: string; description: string; siteOrigin: string }

/** The title, description and one address search engines may keep for a page. */
export function metadataFor({ locale, path, title, description, siteOrigin }: Described): Metadata {
  return {
    title: `${title} – ${clinic().shortName}`,
    description,
    alternates: { canonical: new URL(pathFor(locale, path), siteOrigin).href },
  }
}
