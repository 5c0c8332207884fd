import type { Group } from './schema.ts'

/** To how many of 100 people it would happen, were the group that large. */
export function perHundred({ events, total }: Pick<Group, 'events' | 'total'>): number {
  return Math.round((100 * events) / total)
}
