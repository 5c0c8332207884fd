import { act } from '#lib/inbox/act.ts'
import { deskOf } from '#lib/inbox/desk.ts'
import { seeOther } from '#lib/server/see-other.ts'
import { staffForm } from '#lib/staff/form.ts'

type Context = { params: Promise<{ act: string }> }

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const name = (await params).act
  return staffForm(async (session, form) => {
    const { said, reference } = await act(deskOf(session), name, form)
    if (said === 'step-up-needed') return seeOther(`/staff/confirm/${reference}`)
    return seeOther(`${reference ? `/staff/inquiries/${reference}` : '/staff'}?said=${said}`)
  })(request)
}
