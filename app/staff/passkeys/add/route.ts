import { seeOther } from '#lib/server/see-other.ts'
import { ownForm, typedIn } from '#lib/staff/form.ts'
import { addPasskey } from '#lib/staff/own-passkeys.ts'
import { setting } from '#lib/staff/relying-party.ts'

export const POST = ownForm(async (session, form) => {
  const typed = { typed: typedIn(form, 'answer'), label: typedIn(form, 'label') }
  return seeOther(`/staff/passkeys?said=${await addPasskey(setting(), session, typed, Date.now())}`)
})
