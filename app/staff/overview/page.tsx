import { InboxFrame } from '#components/inbox/frame.tsx'
import { HoursUnconfirmed } from '#components/inbox/list-parts.tsx'
import { NowFigures } from '#components/inbox/now-figures.tsx'
import { WeekFigure } from '#components/inbox/week-figure.tsx'
import { WeekTable } from '#components/inbox/week-table.tsx'
import { managerWords } from '#content/en/inbox-manager.ts'
import { clinic } from '#lib/clinic.ts'
import { currentHours } from '#lib/hours/clinic-hours.ts'
import { workingMsBetween } from '#lib/hours/working-time.ts'
import { deskOf } from '#lib/inbox/desk.ts'
import { overviewOf, waitingNow } from '#lib/inbox/overview.ts'
import { signedInManager } from '#lib/staff/signed-in.ts'

const { overview: words } = managerWords

export const metadata = { title: words.title }

export default async function OverviewPage() {
  const session = await signedInManager()
  const desk = deskOf(session)
  const hours = currentHours()
  const workingMs = (from: number, to: number) => workingMsBetween(from, to, hours)
  const [weeks, waiting] = await Promise.all([overviewOf(desk, workingMs), waitingNow(desk)])

  return (
    <InboxFrame clinicName={clinic().shortName} path="/staff/overview" reader={{ name: session.name, isManager: true }}>
      <h1>{words.title}</h1>
      <p className="my-4 max-w-measure text-lead">{words.lead}</p>
      <NowFigures waiting={waiting} longestMs={waiting.oldestAt === null ? 0 : workingMs(waiting.oldestAt, desk.now)} />
      <WeekFigure weeks={weeks} />
      <WeekTable weeks={weeks} />
      {!hours.isConfirmed && <HoursUnconfirmed />}
    </InboxFrame>
  )
}
