import type { MetadataRoute } from 'next'
import { addressOf, languageAddressesOf } from '#lib/seo/address.ts'
import { publicPages } from '#lib/seo/public-page.ts'

export default function sitemap(): MetadataRoute.Sitemap {
  return publicPages().map(({ locale, path, updatedOn }) => ({
    url: addressOf(locale, path),
    ...(updatedOn && { lastModified: updatedOn }),
    alternates: { languages: languageAddressesOf(path) },
  }))
}
