import { isStaffPath } from '#lib/staff/path.ts'

const QUERY_LENGTH_MAX = 200

/** The path a request asks for, without its query. */
export function pathOf({ url = '/' }: { url?: string | undefined }): string {
  return url.split('?', 1)[0] ?? '/'
}

/** The pages that read a query, and the names each may read. Every other query ends at the door. */
const queryNames: Record<string, string[]> = { '/search': ['q'] }

/**
 * What pages of the inbox may read: `said`, a sentence about what was just done; `after`, where the last page of a
 * list ended; `still`, that a list shall not load itself again; `again`, that it just did; `found`, references. Never anything a person wrote.
 */
const staffNames = ['said', 'after', 'still', 'again', 'found']

/** The part of a query that its page may see, written anew; empty for every page that takes none. */
export function queryOf(path: string, url: string): string {
  const names = isStaffPath(path) ? staffNames : (queryNames[path] ?? [])
  if (names.length === 0) return ''
  const given = new URLSearchParams(url.split('?').slice(1).join('?'))
  const read = names.flatMap((name) => {
    const typed = given.get(name)
    return typed ? [`${name}=${encodeURIComponent([...typed].slice(0, QUERY_LENGTH_MAX).join(''))}`] : []
  })
  return read.length > 0 ? `?${read.join('&')}` : ''
}
