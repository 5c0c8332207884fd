import { seeOther } from '#lib/server/see-other.ts'
import { ownForm, typedIn } from '#lib/staff/form.ts'
import { pageAskingAs } from '#lib/staff/path.ts'
import { setting } from '#lib/staff/relying-party.ts'
import { sessionCookie } from '#lib/staff/session.ts'
import { stepUp } from '#lib/staff/sign-in.ts'

export const POST = ownForm(async (session, form) => {
  const name = typedIn(form, 'page')
  const page = pageAskingAs(name)
  if (!page) return new Response('No page asks for this.', { status: 404 })

  const outcome = await stepUp(setting(), { typed: typedIn(form, 'answer'), session }, { now: Date.now() })
  if (outcome.kind !== 'signed-in') return seeOther(`/staff/confirm/${name}?said=${outcome.kind}`)
  return seeOther(page, sessionCookie(outcome.token, setting().party.isSecure))
})
