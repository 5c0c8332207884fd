import { inbox } from '#content/en/inbox.ts'
import { filled } from '#content/en/staff.ts'
import { whenText } from '#lib/hours/when-text.ts'

const words = inbox.list

export function HoursUnconfirmed() {
  return <p className="mt-8 max-w-measure border-l-4 border-amber pl-3 text-sm">{words.hoursUnconfirmed}</p>
}

type Turning = { path: string; after: string | undefined; next: string | null }

/** Links to the next page of a list and back to its beginning. */
export function InquiryPage({ path, after, next }: Turning) {
  if (!after && !next) return null
  return (
    <p className="mt-6 flex flex-wrap gap-6">
      {next && <a href={`${path}?after=${next}&still=1`}>{words.next}</a>}
      {after && <a href={path}>{words.first}</a>}
    </p>
  )
}

type Refresh = { path: string; isStill: boolean; now: number; timeZone: string }

/** When the list was read, and a way to stop it from loading itself again, which takes a reader's place away. */
export function Refreshing({ path, isStill, now, timeZone }: Refresh) {
  return (
    <p className="mt-4 text-sm text-ink-2">
      {filled(words.updated, { time: whenText(now, timeZone) })}{' '}
      {isStill ? (
        <a href={path}>{words.refresh}</a>
      ) : (
        <>
          {words.refreshes} <a href={`${path}?still=1`}>{words.stop}</a>
        </>
      )}
    </p>
  )
}
