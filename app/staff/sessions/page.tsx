import { InboxFrame } from '#components/inbox/frame.tsx'
import { Notice } from '#components/inbox/notice.tsx'
import { RowButton } from '#components/inbox/row-button.tsx'
import { SessionList } from '#components/inbox/session-list.tsx'
import { staff } from '#content/en/staff.ts'
import { clinic } from '#lib/clinic.ts'
import { setting } from '#lib/staff/relying-party.ts'
import { isManager } from '#lib/staff/session.ts'
import { listSessions } from '#lib/staff/session-list.ts'
import { signedIn } from '#lib/staff/signed-in.ts'

type Props = { searchParams: Promise<{ said?: string }> }

const { sessions: words } = staff

export const metadata = { title: words.title }

export default async function SessionsPage({ searchParams }: Props) {
  const session = await signedIn()
  const now = Date.now()
  const sessions = await listSessions(setting().db, session, now)

  return (
    <InboxFrame
      clinicName={clinic().shortName}
      path="/staff/sessions"
      reader={{ name: session.name, isManager: isManager(session) }}
    >
      <Notice said={(await searchParams).said} />
      <h1>{words.title}</h1>
      <p className="my-4 max-w-measure text-lead">{words.lead}</p>
      <SessionList sessions={sessions} now={now} />
      {sessions.length > 1 && (
        <div className="mt-6">
          <RowButton
            action="/staff/sessions/end"
            label={words.endOthers}
            fullLabel={words.endOthers}
            fields={{ which: 'all-others' }}
          />
        </div>
      )}
    </InboxFrame>
  )
}
