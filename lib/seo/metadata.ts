import type { Metadata } from 'next'
import { clinic } from '#lib/clinic.ts'
import { env } from '#lib/env.ts'
import { type Locale, messagesFor } from '#lib/locale.ts'
import { addressOf, languageAddressesOf } from './address.ts'
import { FEED_PATH, FEED_TYPE } from './feed.ts'
import { SHARE_IMAGE, shareImagePath } from './share-image.ts'

type Described = {
  locale: Locale
  path: string
  title: string
  description: string
  /** The finished page whose share image this one borrows; needed where the page is made for each visitor. */
  pictured?: { path: string; title: string }
}

/** What a page tells search engines, and those it is shared with: one address, its words and its picture. */
export function metadataFor({ locale, path, title, description, pictured = { path, title } }: Described): Metadata {
  const { name, shortName } = clinic()
  const address = addressOf(locale, path)

  return {
    title: `${title} – ${shortName}`,
    description,
    alternates: {
      canonical: address,
      languages: languageAddressesOf(path),
      types: { [FEED_TYPE]: [{ url: FEED_PATH, title: messagesFor(locale).frame.footer.feed }] },
    },
    openGraph: {
      type: path.startsWith('/articles/') ? 'article' : 'website',
      siteName: name,
      url: address,
      title,
      description,
      images: { ...SHARE_IMAGE, url: new URL(shareImagePath(pictured), env().siteOrigin).href, alt: pictured.title },
    },
  }
}

/** The picture of the home page, for pages that the build does not finish and so draws no picture for. */
export function homePicture(locale: Locale) {
  return { path: '/', title: messagesFor(locale).home.title }
}
