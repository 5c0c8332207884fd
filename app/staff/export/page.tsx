import { redirect } from 'next/navigation'
import { ExportForm } from '#components/inbox/export-form.tsx'
import { InboxFrame } from '#components/inbox/frame.tsx'
import { Notice } from '#components/inbox/notice.tsx'
import { managerWords } from '#content/en/inbox-manager.ts'
import { clinic } from '#lib/clinic.ts'
import { signedInManager } from '#lib/staff/signed-in.ts'

type Props = { searchParams: Promise<{ said?: string }> }

const { export: words } = managerWords

export const metadata = { title: words.title }

export default async function ExportPage({ searchParams }: Props) {
  const session = await signedInManager()
  if (!session.isSteppedUp) redirect('/staff/confirm/export')

  return (
    <InboxFrame clinicName={clinic().shortName} path="/staff/export" reader={{ name: session.name, isManager: true }}>
      <Notice said={(await searchParams).said} />
      <h1>{words.title}</h1>
      <p className="my-4 max-w-measure">{words.lead}</p>
      <ExportForm />
    </InboxFrame>
  )
}
