import { notFound } from 'next/navigation'
import { InboxFrame } from '#components/inbox/frame.tsx'
import { Notice } from '#components/inbox/notice.tsx'
import { PasskeyForm, PasskeyScript } from '#components/inbox/passkey-form.tsx'
import { staff } from '#content/en/staff.ts'
import { clinic } from '#lib/clinic.ts'
import { passkeyScriptIntegrity } from '#lib/server/passkey-script.ts'
import { requestOptions } from '#lib/staff/passkey-check.ts'
import { listPasskeys } from '#lib/staff/passkey-store.ts'
import { pageAskingAs } from '#lib/staff/path.ts'
import { setting } from '#lib/staff/relying-party.ts'
import { signedInForOwn } from '#lib/staff/signed-in.ts'

type Props = { params: Promise<{ page: string }>; searchParams: Promise<{ said?: string }> }

const { confirm: words } = staff

export const metadata = { title: words.title }

export default async function ConfirmPage({ params, searchParams }: Props) {
  const { session, isPrepared } = await signedInForOwn()
  const { page } = await params
  if (!pageAskingAs(page)) notFound()

  const ids = (await listPasskeys(setting(), session.staffId)).map(({ id }) => id)
  const purpose = { act: 'step-up', subject: session.id } as const
  const options = await requestOptions(setting(), { purpose, ids }, Date.now())

  return (
    <InboxFrame
      clinicName={clinic().shortName}
      path="/staff/confirm"
      reader={{ name: session.name, isManager: session.role === 'manager' }}
      isUnprepared={!isPrepared}
    >
      <Notice said={(await searchParams).said} />
      <h1>{words.title}</h1>
      <p className="my-4 max-w-measure text-lead">{words.lead}</p>
      <PasskeyForm action="/staff/step-up" act="get" options={options} button={words.button}>
        <input type="hidden" name="page" value={page} />
      </PasskeyForm>
      {isPrepared && (
        <p className="mt-6">
          <a href="/staff">{words.back}</a>
        </p>
      )}
      <PasskeyScript integrity={passkeyScriptIntegrity()} />
    </InboxFrame>
  )
}
