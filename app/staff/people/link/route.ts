import { seeOther } from '#lib/server/see-other.ts'
import { managerForm, typedIn } from '#lib/staff/form.ts'
import { linkByManager } from '#lib/staff/manage.ts'
import { newLinkCookie } from '#lib/staff/new-link.ts'
import { setting } from '#lib/staff/relying-party.ts'

export const POST = managerForm(async (session, form) => {
  const made = await linkByManager(setting(), session, typedIn(form, 'id'), Date.now())
  if (typeof made === 'string') return seeOther(`/staff/people?said=${made}`)
  return seeOther('/staff/people', newLinkCookie(made.token, setting().party.isSecure))
})
