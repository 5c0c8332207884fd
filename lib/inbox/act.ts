import { readReference } from '#lib/inquiries/reference.ts'
import { wakeDelivery } from '#lib/outbox/wake.ts'
import { typedIn } from '#lib/staff/form.ts'
import { attempts, closings } from './attempt.ts'
import { type Changed, changeInquiry } from './change.ts'
import { findColleague } from './colleague.ts'
import {
  addNote,
  closeAs,
  type Decide,
  giveTo,
  logAttempt,
  type Refusal,
  release,
  reopen,
  snoozeUntil,
  wake,
} from './decision.ts'
import { deleteForDesk } from './delete.ts'
import type { Desk } from './desk.ts'
import { sendAgain } from './send-again.ts'

/** What the page says next, and where: `said` names a sentence. */
type Acted = { said: Said; reference?: string }
type Said =
  | 'changed'
  | 'noted'
  | 'released'
  | 'sent-again'
  | 'deleted'
  | 'changed-meanwhile'
  | 'no-inquiry'
  | 'on-its-way'
  | 'wrong-confirmation'
  | 'unknown-person'
  | 'step-up-needed'
  | 'unknown-act'
  | Refusal

type Pressed = { desk: Desk; reference: string; version: number; text: (field: string) => string }
type Act = (pressed: Pressed) => Promise<Said>

const decided =
  (decisionFrom: (pressed: Pressed) => Decide | undefined, done: Said = 'changed'): Act =>
  async (pressed) => {
    const decide = decisionFrom(pressed)
    if (!decide) return 'unknown-act'
    const { desk, reference, version } = pressed
    return saidOf(await changeInquiry(desk, { reference, version }, decide), done)
  }

/** What each button of an inquiry does, by the last part of the address its form is sent to. */
export const acts: Record<string, Act> = {
  attempt: decided(({ desk, text }) => {
    const attempt = attempts.find((name) => name === text('attempt'))
    return attempt && logAttempt(attempt, desk.now)
  }),
  note: async ({ desk, reference, text }) =>
    saidOf(await changeInquiry(desk, { reference }, addNote(text('note'))), 'noted'),
  take: decided(({ desk: { session } }) => giveTo({ id: session.staffId, name: session.name })),
  'give-back': decided(() => giveTo(null)),
  give: async (pressed) => {
    const colleague = await findColleague(pressed.desk, pressed.text('to'))
    return colleague ? decided(() => giveTo(colleague))(pressed) : 'unknown-person'
  },
  snooze: decided(({ desk, text }) => snoozeUntil(Number(text('until')), desk.now)),
  wake: decided(() => wake),
  close: decided(({ desk, text }) => {
    const closing = closings.find((name) => name === text('closing'))
    return closing && closeAs(closing, desk.now)
  }),
  reopen: decided(() => reopen),
  release: async (pressed) => {
    const said = await decided(({ desk }) => release(desk.now), 'released')(pressed)
    if (said === 'released') wakeDelivery()
    return said
  },
  'send-again': async ({ desk, reference }) => {
    const sent = await sendAgain(desk, reference)
    if (sent === 'not-found') return 'no-inquiry'
    return sent === 'owed-again' ? 'sent-again' : sent
  },
  delete: async ({ desk, reference, text }) => {
    if (readReference(text('confirmation')) !== reference) return 'wrong-confirmation'
    const deleted = await deleteForDesk(desk, reference)
    return deleted === 'not-found' ? 'no-inquiry' : deleted
  },
}

/** Does what the form of an inquiry's page asks, and says what came of it. */
export async function act(desk: Desk, name: string, form: FormData): Promise<Acted> {
  const text = (field: string) => typedIn(form, field)
  const reference = readReference(text('reference'))
  if (!reference) return { said: 'no-inquiry' }
  if (!Object.hasOwn(acts, name) || !/^\d{1,9}$/.test(text('version'))) return { said: 'unknown-act', reference }

  const said = (await acts[name]?.({ desk, reference, version: Number(text('version')), text })) ?? 'unknown-act'
  return said === 'deleted' || said === 'no-inquiry' ? { said } : { said, reference }
}

function saidOf(changed: Changed, done: Said): Said {
  if (changed.kind === 'refused') return changed.reason
  if (changed.kind === 'not-found') return 'no-inquiry'
  return changed.kind === 'changed' ? done : changed.kind
}
