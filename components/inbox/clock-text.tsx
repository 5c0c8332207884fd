import { inbox } from '#content/en/inbox.ts'
import { filled } from '#content/en/staff.ts'
import { MINUTE_MS } from '#lib/duration.ts'
import { whenText } from '#lib/hours/when-text.ts'
import type { Clock } from '#lib/inbox/clock.ts'
import type { InboxRow } from '#lib/inbox/row.ts'
import { workingText } from './time-text.ts'

type Props = { row: InboxRow; clock: Clock; now: number; timeZone: string }

const words = inbox.clock

/** How long somebody waits and until when an answer is due. Colour repeats what the words say. */
export function ClockText({ row, clock, now, timeZone }: Props) {
  const { stage, waitedMs, lateMs } = clock
  if (stage === 'answered') return <>{filled(words.answered, { time: workingText(waitedMs) })}</>
  if (row.closedAt !== null) return <>{filled(words.closed, { when: whenText(row.closedAt, timeZone) })}</>

  const due = row.dueAt !== null && filled(words.due, { when: whenText(row.dueAt, timeZone) })
  return (
    <>
      {stage === 'late' && (
        <strong className="text-error">
          {lateMs < MINUTE_MS ? words.dueNow : filled(words.late, { time: workingText(lateMs) })}
        </strong>
      )}
      {stage === 'half' && <strong className="inline-block border-l-4 border-amber pl-2">{words.half}</strong>}
      {stage !== 'fresh' && <br />}
      {filled(words.waits, { time: workingText(waitedMs) })}
      {due && (
        <>
          <br />
          {due}
        </>
      )}
      {row.snoozedUntil !== null && row.snoozedUntil > now && (
        <>
          <br />
          {filled(words.snoozed, { when: whenText(row.snoozedUntil, timeZone) })}
        </>
      )}
    </>
  )
}
