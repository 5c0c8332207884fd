import { InboxFrame } from '#components/inbox/frame.tsx'
import { Notice } from '#components/inbox/notice.tsx'
import { PasskeyForm, PasskeyScript } from '#components/inbox/passkey-form.tsx'
import { PasskeyList } from '#components/inbox/passkey-list.tsx'
import { TypedField } from '#components/inbox/typed-field.tsx'
import { UnpreparedNotice } from '#components/inbox/unprepared-notice.tsx'
import { filled, staff } from '#content/en/staff.ts'
import { clinic } from '#lib/clinic.ts'
import { passkeyScriptIntegrity } from '#lib/server/passkey-script.ts'
import { addingOptions } from '#lib/staff/own-passkeys.ts'
import { LABEL_LENGTH_MAX, listPasskeys } from '#lib/staff/passkey-store.ts'
import { countCodes } from '#lib/staff/recovery-code.ts'
import { setting } from '#lib/staff/relying-party.ts'
import { signedInForOwn } from '#lib/staff/signed-in.ts'

type Props = { searchParams: Promise<{ said?: string }> }

const { passkeys: words, passkey } = staff

export const metadata = { title: words.title }

export default async function PasskeysPage({ searchParams }: Props) {
  const { session, isPrepared } = await signedInForOwn()
  const now = Date.now()
  const passkeys = await listPasskeys(setting(), session.staffId)
  const codes = await countCodes(setting(), session)
  const canChange = session.isSteppedUp

  return (
    <InboxFrame
      clinicName={clinic().shortName}
      path="/staff/passkeys"
      reader={{ name: session.name, isManager: session.role === 'manager' }}
      isUnprepared={!isPrepared}
    >
      <Notice said={(await searchParams).said} />
      <h1>{words.title}</h1>
      <UnpreparedNotice isPrepared={isPrepared} />
      {!canChange && (
        <p className="mt-6 flex flex-wrap items-center gap-4">
          {words.confirmFirst}
          <a className="button" href="/staff/confirm/passkeys">
            {words.confirm}
          </a>
        </p>
      )}

      <section className="mt-8 grid gap-4">
        <h2>{words.codesTitle}</h2>
        <p>{codes > 0 ? filled(words.codesLeft, { count: codes }) : words.noCodes}</p>
        {canChange && (
          <p>
            <a className="button" href="/staff/passkeys/codes">
              {codes > 0 ? words.printNewCodes : words.printCodes}
            </a>
          </p>
        )}
      </section>

      <section className="mt-12 grid gap-4">
        <h2>{words.listTitle}</h2>
        <PasskeyList passkeys={passkeys} now={now} canChange={canChange && passkeys.length > 1} />
      </section>

      {canChange && (
        <section className="mt-12 grid gap-4">
          <h2>{words.addTitle}</h2>
          <PasskeyForm
            action="/staff/passkeys/add"
            act="create"
            options={await addingOptions(setting(), session, now)}
            button={words.addButton}
          >
            <TypedField
              name="label"
              label={passkey.deviceLabel}
              hint={passkey.deviceHint}
              autoComplete="off"
              maxLength={LABEL_LENGTH_MAX}
            />
          </PasskeyForm>
          <PasskeyScript integrity={passkeyScriptIntegrity()} />
        </section>
      )}
    </InboxFrame>
  )
}
