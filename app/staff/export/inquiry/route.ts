import { deskOf } from '#lib/inbox/desk.ts'
import { exportInquiries } from '#lib/inbox/export.ts'
import { exportAnswer } from '#lib/inbox/export-answer.ts'
import { readReference } from '#lib/inquiries/reference.ts'
import { seeOther } from '#lib/server/see-other.ts'
import { managerForm, typedIn } from '#lib/staff/form.ts'

export const POST = managerForm(async (session, form) => {
  const reference = readReference(typedIn(form, 'reference'))
  if (!reference) return seeOther('/staff?said=no-inquiry')
  return exportAnswer(await exportInquiries(deskOf(session), { reference }), { name: reference, page: reference })
})
