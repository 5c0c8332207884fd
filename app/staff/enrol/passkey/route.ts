import { seeOther } from '#lib/server/see-other.ts'
import { enrolPasskey } from '#lib/staff/enrol.ts'
import { enrolmentCookie, enrolmentTokenIn } from '#lib/staff/enrolment.ts'
import { openForm, typedIn } from '#lib/staff/form.ts'
import { setting } from '#lib/staff/relying-party.ts'
import { sessionCookie } from '#lib/staff/session.ts'

export const POST = openForm(async (form, request) => {
  const { isSecure } = setting().party
  const token = enrolmentTokenIn(request.headers.get('cookie'), isSecure)
  const typed = { token, typed: typedIn(form, 'answer'), label: typedIn(form, 'label') }
  const outcome = await enrolPasskey(setting(), typed, { now: Date.now() })
  if (outcome.kind !== 'signed-in') return seeOther(`/staff/enrol?said=${outcome.kind}`)

  const page = outcome.hasEarlier ? '/staff/passkeys?said=earlier-passkeys' : '/staff/passkeys'
  const response = seeOther(page, sessionCookie(outcome.token, isSecure))
  response.headers.append('set-cookie', enrolmentCookie('', isSecure))
  return response
})
