import { isStaffPath } from '#lib/staff/path.ts'

const QUERY_LENGTH_MAX = 200

/**
 * The pages that read a query, and the one name each may read. Every other query ends at the door. Pages of the inbox
 * read `said`: the name of a sentence about what was just done, never anything about a person.
 */
const queryNames: Record<string, string> = { '/search': 'q' }

/** The part of a query that its page may see, written anew; empty for every page that takes none. */
export function queryOf(path: string, url: string): string {
  const name = isStaffPath(path) ? 'said' : queryNames[path]
  const typed = name && new URLSearchParams(url.split('?').slice(1).join('?')).get(name)
  if (!name || !typed) return ''
  return `?${name}=${encodeURIComponent([...typed].slice(0, QUERY_LENGTH_MAX).join(''))}`
}
