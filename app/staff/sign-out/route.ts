import { seeOther } from '#lib/server/see-other.ts'
import { ownForm } from '#lib/staff/form.ts'
import { setting } from '#lib/staff/relying-party.ts'
import { endSessions } from '#lib/staff/session-list.ts'

export const POST = ownForm(async (session) => {
  await endSessions(setting().db, session, { id: session.id }, Date.now())
  const response = seeOther('/staff/sign-in?said=signed-out')
  response.headers.set('clear-site-data', '"cache", "cookies", "storage"')
  return response
})
