import type { MetadataRoute } from 'next'
import { addressOf } from '#lib/seo/address.ts'

export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: '*', allow: '/' }, sitemap: addressOf('en', '/sitemap.xml') }
}
