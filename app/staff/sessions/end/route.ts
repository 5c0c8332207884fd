import { seeOther } from '#lib/server/see-other.ts'
import { ownForm, typedIn } from '#lib/staff/form.ts'
import { setting } from '#lib/staff/relying-party.ts'
import { endSessions } from '#lib/staff/session-list.ts'

export const POST = ownForm(async (session, form) => {
  const which = typedIn(form, 'which')
  const ended = await endSessions(setting().db, session, which === 'all-others' ? which : { id: which }, Date.now())
  return seeOther(`/staff/sessions?said=${ended > 0 ? 'ended' : 'not-found'}`)
})
