import { redirect } from 'next/navigation'
import { InboxFrame } from '#components/inbox/frame.tsx'
import { filled, staff } from '#content/en/staff.ts'
import { clinic } from '#lib/clinic.ts'
import { makeCodeSheet } from '#lib/staff/recovery-code.ts'
import { setting } from '#lib/staff/relying-party.ts'
import { signedInForOwn } from '#lib/staff/signed-in.ts'

const { codes: words } = staff

export const metadata = { title: words.title }

export default async function CodesPage() {
  const { session, isPrepared } = await signedInForOwn()
  if (!session.isSteppedUp) redirect('/staff/confirm/passkeys')
  const { challenge, codes } = makeCodeSheet(setting(), session, Date.now())
  const { origin } = setting().party

  return (
    <InboxFrame
      clinicName={clinic().shortName}
      path="/staff/passkeys/codes"
      reader={{ name: session.name, isManager: session.role === 'manager' }}
      isUnprepared={!isPrepared}
    >
      <h1>{words.title}</h1>
      <p className="my-4 max-w-measure text-lead print:hidden">{words.lead}</p>
      <p>{filled(words.for, { name: session.name, origin })}</p>
      <ol className="my-6 grid w-fit gap-x-12 gap-y-2 font-bold sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code} className="whitespace-nowrap">
            {code}
          </li>
        ))}
      </ol>
      <form method="post" action="/staff/passkeys/keep-codes" className="grid gap-4 print:hidden">
        <p className="max-w-measure">{words.after}</p>
        <input type="hidden" name="sheet" value={challenge} />
        <p className="flex flex-wrap items-center gap-6">
          <button type="submit" className="button">
            {words.button}
          </button>
          <a href="/staff/passkeys">{words.back}</a>
        </p>
      </form>
    </InboxFrame>
  )
}
