import { seeOther } from '#lib/server/see-other.ts'
import { enrolmentCookie } from '#lib/staff/enrolment.ts'
import { openForm, typedIn } from '#lib/staff/form.ts'
import { recover } from '#lib/staff/recovery-code.ts'
import { setting } from '#lib/staff/relying-party.ts'

export const POST = openForm(async (form) => {
  const outcome = await recover(setting(), typedIn(form, 'code'), { now: Date.now() })
  if (outcome.kind !== 'recovered') return seeOther(`/staff/sign-in?said=${outcome.kind}`)
  return seeOther('/staff/enrol', enrolmentCookie(outcome.token, setting().party.isSecure))
})
