import { InboxFrame } from '#components/inbox/frame.tsx'
import { Notice } from '#components/inbox/notice.tsx'
import { PasskeyForm, PasskeyScript } from '#components/inbox/passkey-form.tsx'
import { TypedField } from '#components/inbox/typed-field.tsx'
import { staff } from '#content/en/staff.ts'
import { clinic } from '#lib/clinic.ts'
import { passkeyScriptIntegrity } from '#lib/server/passkey-script.ts'
import { requestOptions } from '#lib/staff/passkey-check.ts'
import { setting } from '#lib/staff/relying-party.ts'

type Props = { searchParams: Promise<{ said?: string }> }

const { signIn: words } = staff

export const metadata = { title: words.title }

export default async function SignInPage({ searchParams }: Props) {
  const options = await requestOptions(setting(), { purpose: { act: 'sign-in', subject: '' } }, Date.now())

  return (
    <InboxFrame clinicName={clinic().shortName} path="/staff/sign-in">
      <Notice said={(await searchParams).said} />
      <h1>{words.title}</h1>
      <p className="my-4 max-w-measure text-lead">{words.lead}</p>
      <PasskeyForm action="/staff/sign-in/passkey" act="get" options={options} button={words.button} />
      <section className="mt-12 grid gap-4">
        <h2>{words.lostTitle}</h2>
        <p className="max-w-measure">{words.lost}</p>
        <form method="post" action="/staff/sign-in/code" className="grid gap-4">
          <TypedField
            name="code"
            label={words.codeLabel}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={40}
          />
          <p>
            <button type="submit" className="button">
              {words.codeButton}
            </button>
          </p>
        </form>
        <p className="max-w-measure text-sm text-ink-2">{words.noCode}</p>
      </section>
      <PasskeyScript integrity={passkeyScriptIntegrity()} />
    </InboxFrame>
  )
}
