import { isManager, type ManagerSession, type OwnSession, type StaffSession, visitBy } from './session.ts'

type Answer = (form: FormData, request: Request) => Promise<Response>
type AnswerTo<Session> = (session: Session, form: FormData, request: Request) => Promise<Response>

/** A form anybody may send, from our own page only. */
export function openForm(answer: Answer) {
  return async (request: Request): Promise<Response> => {
    // The front server asks the same; but no form of the inbox depends on who stands before it.
    if (request.headers.get('sec-fetch-site') !== 'same-origin') return refusal(403)
    const form = await request.formData().catch(() => undefined)
    return form ? answer(form, request) : refusal(400)
  }
}

/** A form of the inbox. */
export const staffForm = (answer: AnswerTo<StaffSession>) =>
  openForm(async (form, request) => {
    const visit = await visitOf(request)
    return visit.kind === 'staff' ? answer(visit.session, form, request) : refusal(401)
  })

/** A form of the inbox that only managers may send. */
export const managerForm = (answer: AnswerTo<ManagerSession>) =>
  staffForm(async (session, form, request) => (isManager(session) ? answer(session, form, request) : refusal(403)))

/** A form about a person's own passkeys and sessions. */
export const ownForm = (answer: AnswerTo<OwnSession>) =>
  openForm(async (form, request) => {
    const visit = await visitOf(request)
    return visit.kind === 'nobody' ? refusal(401) : answer(visit.session, form, request)
  })

/** What was typed in one field, without the space around it. */
export function typedIn(form: FormData, field: string): string {
  const value = form.get(field)
  return typeof value === 'string' ? value.trim() : ''
}

const visitOf = (request: Request) => visitBy(request.headers.get('cookie'))

const words = { 400: 'This address takes a form.', 401: 'You are signed out.', 403: 'You may not do that.' }
const refusal = (status: keyof typeof words) => new Response(words[status], { status })
