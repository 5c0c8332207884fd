import { seeOther } from '#lib/server/see-other.ts'
import { enrolmentCookie } from '#lib/staff/enrolment.ts'
import { setting } from '#lib/staff/relying-party.ts'
import { isToken } from '#lib/staff/token.ts'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ token: string }> }

/** Takes the secret out of the address before any page is shown. It uses nothing up, so a link preview does no harm. */
export async function GET(_request: Request, { params }: Context) {
  const { token } = await params
  if (!isToken(token)) return seeOther('/staff/enrol')
  return seeOther('/staff/enrol', enrolmentCookie(token, setting().party.isSecure))
}
