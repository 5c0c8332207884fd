import { deskOf } from '#lib/inbox/desk.ts'
import { search } from '#lib/inbox/search.ts'
import { seeOther } from '#lib/server/see-other.ts'
import { staffForm, typedIn } from '#lib/staff/form.ts'

/** What was searched for may be somebody's phone number, so it travels in a form and never in an address. */
export const POST = staffForm(async (session, form) => {
  const found = await search(deskOf(session), typedIn(form, 'for'))
  if (found.length === 1) return seeOther(`/staff/inquiries/${found[0]}`)
  return seeOther(`/staff/search?${found.length > 0 ? `found=${found.join('.')}` : 'said=nothing-found'}`)
})
