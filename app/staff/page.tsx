import { InboxFrame } from '#components/inbox/frame.tsx'
import { Notice } from '#components/inbox/notice.tsx'
import { staff } from '#content/en/staff.ts'
import { clinic } from '#lib/clinic.ts'
import { isManager } from '#lib/staff/session.ts'
import { signedIn } from '#lib/staff/signed-in.ts'

type Props = { searchParams: Promise<{ said?: string }> }

export const metadata = { title: staff.home.title }

export default async function InboxPage({ searchParams }: Props) {
  const session = await signedIn()

  return (
    <InboxFrame
      clinicName={clinic().shortName}
      path="/staff"
      reader={{ name: session.name, isManager: isManager(session) }}
    >
      <Notice said={(await searchParams).said} />
      <h1>{staff.home.title}</h1>
    </InboxFrame>
  )
}
