import { seeOther } from '#lib/server/see-other.ts'
import { managerForm, typedIn } from '#lib/staff/form.ts'
import { disableByManager } from '#lib/staff/manage.ts'
import { setting } from '#lib/staff/relying-party.ts'

export const POST = managerForm(async (session, form) =>
  seeOther(`/staff/people?said=${await disableByManager(setting(), session, typedIn(form, 'id'), Date.now())}`),
)
