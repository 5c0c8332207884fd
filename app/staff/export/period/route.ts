import { currentHours } from '#lib/hours/clinic-hours.ts'
import { deskOf } from '#lib/inbox/desk.ts'
import { exportInquiries } from '#lib/inbox/export.ts'
import { exportAnswer } from '#lib/inbox/export-answer.ts'
import { readPeriod } from '#lib/inbox/period.ts'
import { seeOther } from '#lib/server/see-other.ts'
import { managerForm, typedIn } from '#lib/staff/form.ts'

export const POST = managerForm(async (session, form) => {
  const [from, until] = [typedIn(form, 'from'), typedIn(form, 'until')]
  const period = readPeriod(from, until, currentHours().timeZone)
  if (!period) return seeOther('/staff/export?said=wrong-period')
  const exported = await exportInquiries(deskOf(session), period)
  return exportAnswer(exported, { name: `inquiries-${from}-to-${until}`, page: 'export' })
})
