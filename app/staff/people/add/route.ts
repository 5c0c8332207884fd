import { seeOther } from '#lib/server/see-other.ts'
import { managerForm, typedIn } from '#lib/staff/form.ts'
import { addByManager } from '#lib/staff/manage.ts'
import { newLinkCookie } from '#lib/staff/new-link.ts'
import { setting } from '#lib/staff/relying-party.ts'

export const POST = managerForm(async (session, form) => {
  const role = typedIn(form, 'role') === 'manager' ? 'manager' : 'staff'
  const added = await addByManager(setting(), session, { name: typedIn(form, 'name'), role }, Date.now())
  if (typeof added === 'string') return seeOther(`/staff/people?said=${added}`)
  return seeOther('/staff/people', newLinkCookie(added.token, setting().party.isSecure))
})
