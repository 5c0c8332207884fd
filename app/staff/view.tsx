import { InboxFrame } from '#components/inbox/frame.tsx'
import { InquiryList } from '#components/inbox/inquiry-list.tsx'
import { HoursUnconfirmed, InquiryPage, Refreshing } from '#components/inbox/list-parts.tsx'
import { Notice } from '#components/inbox/notice.tsx'
import { inbox } from '#content/en/inbox.ts'
import { isSignal, signals } from '#lib/abuse/signal.ts'
import { clinic } from '#lib/clinic.ts'
import { currentHours } from '#lib/hours/clinic-hours.ts'
import { clockOf } from '#lib/inbox/clock.ts'
import { COUNT_MAX, countInbox } from '#lib/inbox/count.ts'
import { deskOf } from '#lib/inbox/desk.ts'
import { listInbox } from '#lib/inbox/list.ts'
import { type View, views } from '#lib/inbox/view.ts'
import { isManager } from '#lib/staff/session.ts'
import { signedIn } from '#lib/staff/signed-in.ts'

export type ViewQuery = Promise<{ said?: string; after?: string; still?: string; again?: string }>

const pathOfView = (view: View) => (view === 'waiting' ? '/staff' : `/staff/${view}`)

/** One view of the inbox, as a page. */
export async function InboxView({ view, searchParams }: { view: View; searchParams: ViewQuery }) {
  const { said, after, still, again } = await searchParams
  const session = await signedIn({ isByItself: again !== undefined })
  const desk = deskOf(session)
  const hours = currentHours()
  const [{ rows, next }, counts] = await Promise.all([listInbox(desk, view, after), countInbox(desk)])
  const path = pathOfView(view)
  const words = inbox.views[view]

  return (
    <InboxFrame
      clinicName={clinic().shortName}
      path={path}
      reader={{ name: session.name, isManager: isManager(session) }}
      counts={Object.fromEntries(
        views.filter((name) => counts[name] > 0).map((name) => [pathOfView(name), countText(counts[name])]),
      )}
    >
      <Notice said={said} />
      <h1>{words.title}</h1>
      <p className="my-3 max-w-measure text-lead">{words.lead}</p>
      {rows.length === 0 ? (
        <p className="my-8 font-bold">{words.empty}</p>
      ) : (
        <InquiryList
          rows={rows.map((row) => ({
            row,
            clock: clockOf(row, desk.now, hours),
            spam: row.spamSignals.filter(isSignal).map((name) => signals[name].words),
          }))}
          now={desk.now}
          timeZone={hours.timeZone}
          isQuarantine={view === 'quarantine'}
        />
      )}
      <InquiryPage path={path} after={after} next={next} />
      {!hours.isConfirmed && <HoursUnconfirmed />}
      <Refreshing path={path} isStill={still !== undefined} now={desk.now} timeZone={hours.timeZone} />
    </InboxFrame>
  )
}

const countText = (count: number) => (count > COUNT_MAX ? `${COUNT_MAX}+` : String(count))
