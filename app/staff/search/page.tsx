import { InboxFrame } from '#components/inbox/frame.tsx'
import { InquiryList } from '#components/inbox/inquiry-list.tsx'
import { Notice } from '#components/inbox/notice.tsx'
import { SearchForm } from '#components/inbox/search-form.tsx'
import { inbox } from '#content/en/inbox.ts'
import { clinic } from '#lib/clinic.ts'
import { currentHours } from '#lib/hours/clinic-hours.ts'
import { clockOf } from '#lib/inbox/clock.ts'
import { deskOf } from '#lib/inbox/desk.ts'
import { listNamed } from '#lib/inbox/list.ts'
import { isManager } from '#lib/staff/session.ts'
import { signedIn } from '#lib/staff/signed-in.ts'

type Props = { searchParams: Promise<{ said?: string; found?: string }> }

export const metadata = { title: inbox.search.title }

export default async function SearchPage({ searchParams }: Props) {
  const { said, found = '' } = await searchParams
  const session = await signedIn()
  const desk = deskOf(session)
  const hours = currentHours()
  const rows = await listNamed(desk, found.split('.'))

  return (
    <InboxFrame
      clinicName={clinic().shortName}
      path="/staff/search"
      reader={{ name: session.name, isManager: isManager(session) }}
    >
      <Notice said={said} />
      <h1>{inbox.search.title}</h1>
      <SearchForm />
      {rows.length > 0 && (
        <InquiryList
          rows={rows.map((row) => ({ row, clock: clockOf(row, desk.now, hours), spam: [] }))}
          now={desk.now}
          timeZone={hours.timeZone}
        />
      )}
    </InboxFrame>
  )
}
