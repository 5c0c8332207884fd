import { atomFeed, FEED_TYPE } from '#lib/seo/feed.ts'

export const dynamic = 'force-static'

export function GET() {
  return new Response(atomFeed('en'), { headers: { 'Content-Type': `${FEED_TYPE}; charset=utf-8` } })
}
