import { createHash } from 'node:crypto'
import { clinic } from '#lib/clinic.ts'

export const SHARE_IMAGE = { width: 1200, height: 630, type: 'image/png' } as const

/** Goes up when the drawing changes, so that no cache shows the old one. */
const DESIGN = 1

/** Where the picture of a page is served: named for the page, and for all the words in it. */
export function shareImagePath({ path, title }: { path: string; title: string }): string {
  const words = [DESIGN, clinic().name, title].join('\n')
  const hash = createHash('sha256').update(words).digest('hex').slice(0, 8)
  return `/share/${path.slice(1).replaceAll('/', '-') || 'home'}-${hash}.png`
}
