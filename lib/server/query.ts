const QUERY_LENGTH_MAX = 200

/** The pages that read a query, and the one name each may read. Every other query ends at the door. */
const queryNames: Record<string, string> = { '/search': 'q' }

/** The part of a query that its page may see, written anew; empty for every page that takes none. */
export function queryOf(path: string, url: string): string {
  const name = queryNames[path]
  const typed = name && new URLSearchParams(url.split('?').slice(1).join('?')).get(name)
  if (!name || !typed) return ''
  return `?${name}=${encodeURIComponent([...typed].slice(0, QUERY_LENGTH_MAX).join(''))}`
}
