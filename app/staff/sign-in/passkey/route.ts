import { seeOther } from '#lib/server/see-other.ts'
import { openForm, typedIn } from '#lib/staff/form.ts'
import { setting } from '#lib/staff/relying-party.ts'
import { sessionCookie, sessionTokenIn } from '#lib/staff/session.ts'
import { signIn } from '#lib/staff/sign-in.ts'

export const POST = openForm(async (form, request) => {
  const { isSecure } = setting().party
  const tokenBefore = sessionTokenIn(request.headers.get('cookie'), isSecure)
  const outcome = await signIn(setting(), { typed: typedIn(form, 'answer'), tokenBefore }, { now: Date.now() })
  if (outcome.kind !== 'signed-in') return seeOther(`/staff/sign-in?said=${outcome.kind}`)
  return seeOther('/staff', sessionCookie(outcome.token, isSecure))
})
