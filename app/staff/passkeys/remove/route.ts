import { seeOther } from '#lib/server/see-other.ts'
import { ownForm, typedIn } from '#lib/staff/form.ts'
import { removePasskey } from '#lib/staff/own-passkeys.ts'
import { setting } from '#lib/staff/relying-party.ts'

export const POST = ownForm(async (session, form) =>
  seeOther(`/staff/passkeys?said=${await removePasskey(setting(), session, typedIn(form, 'id'), Date.now())}`),
)
