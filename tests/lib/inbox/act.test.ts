import { describe, expect, test } from 'vitest'
import { inboxSaidWords } from '#content/en/inbox.ts'
import { HOUR_MS } from '#lib/duration.ts'
import { act } from '#lib/inbox/act.ts'
import { historyOf } from '#lib/inbox/history.ts'
import type { ManagerSession } from '#lib/staff/session.ts'
import { eachEngine } from '#tests/support/database.ts'
import { START } from '#tests/support/delivery.ts'
import { receive, sitDown } from '#tests/support/desk.ts'
import { formOf } from '#tests/support/typed-form.ts'

const inQuarantine = { quarantined_at: START }
const isClosed = { closed_at: START, status: 'booked' as const }
const later = String(START + HOUR_MS)

type Case = [name: string, typed: Record<string, string>, stored: Parameters<typeof receive>[1], said: string]

const done: Case[] = [
  ['attempt', { attempt: 'no-answer' }, {}, 'changed'],
  ['note', { note: 'Call after six' }, {}, 'noted'],
  ['take', {}, {}, 'changed'],
  ['give-back', {}, {}, 'changed'],
  ['snooze', { until: later }, {}, 'changed'],
  ['wake', {}, { snoozed_until: START + HOUR_MS }, 'changed'],
  ['close', { closing: 'no-reply' }, {}, 'changed'],
  ['close', { closing: 'spam' }, inQuarantine, 'changed'],
  ['reopen', {}, isClosed, 'changed'],
  ['release', {}, inQuarantine, 'released'],
]

const refused: Case[] = [
  ['attempt', { attempt: 'left-voicemail' }, {}, 'voicemail-not-allowed'],
  ['attempt', { attempt: 'wrote' }, {}, 'not-their-channel'],
  ['attempt', { attempt: 'flew over' }, {}, 'unknown-act'],
  ['attempt', { attempt: 'reached' }, { sealed: Buffer.of(1) }, 'cannot-be-opened'],
  ['note', { note: ' \n ' }, {}, 'note-missing'],
  ['note', { note: 'x'.repeat(2001) }, {}, 'note-too-long'],
  ['give', { to: 'nobody-with-this-id' }, {}, 'unknown-person'],
  ['snooze', { until: String(START) }, {}, 'snooze-not-ahead'],
  ['snooze', { until: 'tomorrow' }, {}, 'snooze-not-ahead'],
  ['snooze', { until: `${later}.5` }, {}, 'snooze-not-ahead'],
  ['snooze', { until: String(START + 61 * 24 * HOUR_MS) }, {}, 'snooze-too-long'],
  ['close', { closing: 'new' }, {}, 'unknown-act'],
  ['close', { closing: 'booked' }, inQuarantine, 'in-quarantine'],
  ['close', { closing: 'booked' }, isClosed, 'already-closed'],
  ['reopen', {}, {}, 'not-closed'],
  ['release', {}, {}, 'not-in-quarantine'],
  ['send-again', {}, {}, 'on-its-way'],
  ['delete', { confirmation: 'KW-22222' }, {}, 'wrong-confirmation'],
  ['take', { version: '7' }, {}, 'changed-meanwhile'],
  ['take', { version: '-1' }, {}, 'unknown-act'],
  ['toString', {}, {}, 'unknown-act'],
]

describe.each(eachEngine)('on $engine', ({ makeDatabase }) => {
  async function setUp(stored?: Parameters<typeof receive>[1]) {
    const { db } = await makeDatabase()
    const desk = await sitDown(db)
    const reference = await receive(db, stored)
    const row = () => db.selectFrom('inquiry').selectAll().where('reference', '=', reference).executeTakeFirst()
    return { db, desk, reference, row }
  }

  test.each(done)('%s with %o is done, kept in the history and told', async (name, typed, stored, said) => {
    const { desk, reference, row } = await setUp(stored)
    const form = formOf({ reference: ` ${reference.toLowerCase()} `, version: '0', ...typed })

    expect(await act(desk, name, form)).toEqual({ said, reference })
    expect(inboxSaidWords(said)).toBeDefined()
    expect(await historyOf(desk, (await row())?.id ?? '')).toHaveLength(1)
  })

  test.each(refused)('%s with %o is refused in words, and changes nothing', async (name, typed, stored, said) => {
    const { desk, reference, row } = await setUp(stored)
    const before = await row()

    expect(await act(desk, name, formOf({ reference, version: '0', ...typed }))).toEqual({ said, reference })
    expect(inboxSaidWords(said)).toBeDefined()
    expect(await row()).toEqual(before)
    expect(await historyOf(desk, before?.id ?? '')).toEqual([])
  })

  test('an inquiry is given to a colleague, and not to somebody who was sent away', async () => {
    const { db, desk, reference, row } = await setUp()
    const { session: colleague } = await sitDown(db, { name: 'Night desk' })
    const give = (version: string) => act(desk, 'give', formOf({ reference, version, to: colleague.staffId }))

    expect(await give('0')).toEqual({ said: 'changed', reference })
    expect((await row())?.owner_id).toBe(colleague.staffId)
    await db.updateTable('staff').set({ disabled_at: START }).where('id', '=', colleague.staffId).execute()
    expect(await give('1')).toEqual({ said: 'unknown-person', reference })
  })

  test('the e-mail is sent again once the first one has ended', async () => {
    const { db, desk, reference } = await setUp()
    await db.updateTable('delivery').set({ state: 'attention' }).execute()
    const again = () => act(desk, 'send-again', formOf({ reference, version: '0' }))

    expect(await again()).toEqual({ said: 'sent-again', reference })
    expect(await again()).toEqual({ said: 'on-its-way', reference })
  })

  test('deleting needs a fresh proof, and then leaves no address to go back to', async () => {
    const { desk, reference, row } = await setUp()
    const form = () => formOf({ reference, version: '0', confirmation: reference })

    expect(await act(desk, 'delete', form())).toEqual({ said: 'step-up-needed', reference })
    expect(await row()).toBeDefined()
    const proven = { ...desk, session: { ...desk.session, isSteppedUp: true } as ManagerSession }
    expect(await act(proven, 'delete', form())).toEqual({ said: 'deleted' })
    expect(await row()).toBeUndefined()
    for (const name of ['delete', 'take', 'send-again'])
      expect(await act(proven, name, form())).toEqual({ said: 'no-inquiry' })
  })

  test('a spam inquiry that is opened again has not been tried yet', async () => {
    const { desk, reference, row } = await setUp(inQuarantine)
    await act(desk, 'close', formOf({ reference, version: '0', closing: 'spam' }))
    await act(desk, 'reopen', formOf({ reference, version: '1' }))
    expect(await row()).toMatchObject({ status: 'new', closed_at: null, quarantined_at: START })
  })
})
