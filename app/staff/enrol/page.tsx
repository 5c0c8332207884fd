import { headers } from 'next/headers'
import { InboxFrame } from '#components/inbox/frame.tsx'
import { Notice } from '#components/inbox/notice.tsx'
import { PasskeyForm, PasskeyScript } from '#components/inbox/passkey-form.tsx'
import { TypedField } from '#components/inbox/typed-field.tsx'
import { filled, saidWords, staff } from '#content/en/staff.ts'
import { clinic } from '#lib/clinic.ts'
import { MINUTE_MS } from '#lib/duration.ts'
import { passkeyScriptIntegrity } from '#lib/server/passkey-script.ts'
import { openEnrolment } from '#lib/staff/enrol.ts'
import { enrolmentTokenIn } from '#lib/staff/enrolment.ts'
import { LABEL_LENGTH_MAX } from '#lib/staff/passkey-store.ts'
import { setting } from '#lib/staff/relying-party.ts'

type Props = { searchParams: Promise<{ said?: string }> }

const { enrol: words, passkey } = staff

export const metadata = { title: words.title }

export default async function EnrolPage({ searchParams }: Props) {
  const token = enrolmentTokenIn((await headers()).get('cookie'), setting().party.isSecure)
  const now = Date.now()
  const enrolment = await openEnrolment(setting(), token, now)

  if (enrolment.kind !== 'open')
    return (
      <InboxFrame clinicName={clinic().shortName} path="/staff/enrol">
        <h1>{words.closedTitle}</h1>
        <p className="my-4 max-w-measure text-lead">{saidWords(enrolment.kind)}</p>
        <p className="max-w-measure">{words.askAgain}</p>
      </InboxFrame>
    )

  const minutes = Math.ceil((enrolment.expiresAt - now) / MINUTE_MS)
  return (
    <InboxFrame clinicName={clinic().shortName} path="/staff/enrol">
      <Notice said={(await searchParams).said} />
      <h1>{words.title}</h1>
      <p className="mt-4 max-w-measure text-lead">
        {filled(words.hello, { name: enrolment.name })} {words.lead}
      </p>
      <p className="mt-2 mb-6 text-ink-2">{filled(words.ends, { minutes })}</p>
      <PasskeyForm action="/staff/enrol/passkey" act="create" options={enrolment.options} button={words.button}>
        <TypedField
          name="label"
          label={passkey.deviceLabel}
          hint={passkey.deviceHint}
          autoComplete="off"
          maxLength={LABEL_LENGTH_MAX}
        />
      </PasskeyForm>
      <PasskeyScript integrity={passkeyScriptIntegrity()} />
    </InboxFrame>
  )
}
