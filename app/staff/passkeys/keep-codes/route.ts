import { seeOther } from '#lib/server/see-other.ts'
import { ownForm, typedIn } from '#lib/staff/form.ts'
import { keepCodes } from '#lib/staff/recovery-code.ts'
import { setting } from '#lib/staff/relying-party.ts'

export const POST = ownForm(async (session, form) =>
  seeOther(`/staff/passkeys?said=${await keepCodes(setting(), session, typedIn(form, 'sheet'), Date.now())}`),
)
