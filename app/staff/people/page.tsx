import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { AddPersonForm } from '#components/inbox/add-person-form.tsx'
import { InboxFrame } from '#components/inbox/frame.tsx'
import { NewLink } from '#components/inbox/new-link.tsx'
import { Notice } from '#components/inbox/notice.tsx'
import { PeopleList } from '#components/inbox/people-list.tsx'
import { staff } from '#content/en/staff.ts'
import { clinic } from '#lib/clinic.ts'
import { enrolmentLink, findEnrolment } from '#lib/staff/enrolment.ts'
import { newLinkTokenIn } from '#lib/staff/new-link.ts'
import { listPeople, NAME_LENGTH_MAX } from '#lib/staff/people.ts'
import { setting } from '#lib/staff/relying-party.ts'
import { signedInManager } from '#lib/staff/signed-in.ts'

type Props = { searchParams: Promise<{ said?: string }> }

const { people: words } = staff

export const metadata = { title: words.title }

export default async function PeoplePage({ searchParams }: Props) {
  const session = await signedInManager()
  if (!session.isSteppedUp) redirect('/staff/confirm/people')
  const now = Date.now()
  const { party } = setting()
  const token = newLinkTokenIn((await headers()).get('cookie'), party.isSecure)
  const made = token ? await findEnrolment(setting(), token, now) : undefined

  return (
    <InboxFrame clinicName={clinic().shortName} path="/staff/people" reader={{ name: session.name, isManager: true }}>
      <Notice said={(await searchParams).said} />
      <h1>{words.title}</h1>
      <p className="my-4 max-w-measure text-lead">{words.lead}</p>
      {token && made?.kind === 'open' && (
        <NewLink name={made.name} url={enrolmentLink(party.origin, token)} expiresAt={made.expiresAt} now={now} />
      )}
      <PeopleList people={await listPeople(setting())} ownId={session.staffId} now={now} />
      <AddPersonForm nameLengthMax={NAME_LENGTH_MAX} />
    </InboxFrame>
  )
}
