import { AuditTable } from '#components/inbox/audit-table.tsx'
import { InboxFrame } from '#components/inbox/frame.tsx'
import { managerWords } from '#content/en/inbox-manager.ts'
import { filled } from '#content/en/staff.ts'
import { clinic } from '#lib/clinic.ts'
import { currentHours } from '#lib/hours/clinic-hours.ts'
import { auditPage, auditVerdict } from '#lib/inbox/audit-page.ts'
import { deskOf } from '#lib/inbox/desk.ts'
import { signedInManager } from '#lib/staff/signed-in.ts'

type Props = { searchParams: Promise<{ after?: string }> }

const { audit: words } = managerWords

export const metadata = { title: words.title }

export default async function AuditPage({ searchParams }: Props) {
  const { after } = await searchParams
  const session = await signedInManager()
  const desk = { ...deskOf(session), session }
  const before = /^\d{1,15}$/.test(after ?? '') ? Number(after) : undefined
  const verdict = before === undefined ? await auditVerdict(desk) : undefined
  const { lines, next } = await auditPage(desk, before)

  return (
    <InboxFrame clinicName={clinic().shortName} path="/staff/audit" reader={{ name: session.name, isManager: true }}>
      <h1>{words.title}</h1>
      <p className="my-4 max-w-measure text-lead">{words.lead}</p>
      {verdict?.kind === 'whole' && (
        <p className="my-4 text-sm text-ink-2">
          {filled(words.whole, { seq: verdict.head.seq, hash: verdict.head.hash.slice(0, 16) })}
        </p>
      )}
      {verdict?.kind === 'broken' && (
        <p role="alert" className="my-4 max-w-measure border-l-4 border-error pl-3 font-bold">
          {filled(words.broken, { seq: verdict.seq })}
        </p>
      )}
      <AuditTable lines={lines} timeZone={currentHours().timeZone} />
      <p className="mt-6 flex flex-wrap gap-6">
        {next !== null && <a href={`/staff/audit?after=${next}`}>{words.older}</a>}
        {before !== undefined && <a href="/staff/audit">{words.newest}</a>}
      </p>
    </InboxFrame>
  )
}
