import type { Metadata } from 'next'
import { clinic } from '#lib/clinic.ts'
import { env } from '#lib/env.ts'
import { type Locale, pathFor } from '#lib/locale.ts'

type Described = { locale: Locale; path: string; title: string; description: string }

/** The title, description and one address search engines may keep for a page. */
export function metadataFor({ locale, path, title, description }: Described): Metadata {
  return {
    title: `${title} – ${clinic().shortName}`,
    description,
    alternates: { canonical: new URL(pathFor(locale, path), env().siteOrigin).href },
  }
}
