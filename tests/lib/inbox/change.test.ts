import { describe, expect, test } from 'vitest'
import { HOUR_MS } from '#lib/duration.ts'
import { changeInquiry } from '#lib/inbox/change.ts'
import { addNote, closeAs, giveTo, logAttempt, reopen, snoozeUntil, wake } from '#lib/inbox/decision.ts'
import { historyOf } from '#lib/inbox/history.ts'
import { eachEngine } from '#tests/support/database.ts'
import { START } from '#tests/support/delivery.ts'
import { receive, sitDown } from '#tests/support/desk.ts'
import { byEmail } from '#tests/support/inquiry.ts'

describe.each(eachEngine)('on $engine', ({ makeDatabase }) => {
  async function setUp(sent?: Parameters<typeof receive>[1]) {
    const { db } = await makeDatabase()
    const desk = await sitDown(db)
    const reference = await receive(db, sent)
    const row = () => db.selectFrom('inquiry').selectAll().where('reference', '=', reference).executeTakeFirstOrThrow()
    return { db, desk, reference, row }
  }

  test('having talked ends the clock, and a first try does not', async () => {
    const { desk, reference, row } = await setUp()

    expect(await changeInquiry(desk, { reference, version: 0 }, logAttempt('no-answer', START))).toEqual({
      kind: 'changed',
    })
    expect(await row()).toMatchObject({ status: 'trying', answered_at: null })

    await changeInquiry(desk, { reference, version: 1 }, logAttempt('reached', START + HOUR_MS))
    expect(await row()).toMatchObject({ status: 'talked', answered_at: START + HOUR_MS })

    await changeInquiry(desk, { reference, version: 2 }, logAttempt('no-answer', START + 2 * HOUR_MS))
    expect(await row()).toMatchObject({ status: 'talked', answered_at: START + HOUR_MS })
  })

  test.each([
    { attempt: 'left-voicemail' as const, sent: {}, reason: 'voicemail-not-allowed' },
    { attempt: 'wrote' as const, sent: {}, reason: 'not-their-channel' },
    { attempt: 'reached' as const, sent: { sent: byEmail }, reason: 'not-their-channel' },
    { attempt: 'reached' as const, sent: { sealed: Buffer.of(1) }, reason: 'cannot-be-opened' },
    { attempt: 'reached' as const, sent: { quarantined_at: START }, reason: 'in-quarantine' },
    { attempt: 'reached' as const, sent: { closed_at: START }, reason: 'already-closed' },
  ])('an attempt is refused: $reason', async ({ attempt, sent, reason }) => {
    const { desk, reference, row } = await setUp(sent)
    const before = await row()

    expect(await changeInquiry(desk, { reference, version: 0 }, logAttempt(attempt, START))).toEqual({
      kind: 'refused',
      reason,
    })
    expect(await row()).toEqual(before)
    expect(await historyOf(desk, before.id)).toEqual([])
  })

  test('of two people who press at once, the second is told who was faster and nothing is overwritten', async () => {
    const { db, desk, reference, row } = await setUp()
    const colleague = await sitDown(db, { name: 'Night desk' })

    const pressed = await Promise.all([
      changeInquiry(desk, { reference, version: 0 }, closeAs('booked', START)),
      changeInquiry(colleague, { reference, version: 0 }, logAttempt('no-answer', START)),
    ])

    // Two connections: which of them comes first is PostgreSQL's choice.
    const isFirstFaster = pressed[0]?.kind === 'changed'
    const told = (by: string) => ({ kind: 'changed-meanwhile', by })
    expect(pressed).toEqual(
      isFirstFaster ? [{ kind: 'changed' }, told('Front desk')] : [told('Night desk'), { kind: 'changed' }],
    )
    expect(await row()).toMatchObject({ status: isFirstFaster ? 'booked' : 'trying', version: 1 })
  })

  test('a note is sealed, opens in the history, and is kept even when somebody changed the inquiry meanwhile', async () => {
    const { db, desk, reference, row } = await setUp()
    await changeInquiry(desk, { reference, version: 0 }, logAttempt('no-answer', START))
    await changeInquiry({ ...desk, now: START + 1 }, { reference }, addNote('  Prefers mornings. '))

    const { id, version } = await row()
    expect(version).toBe(1)
    expect(await historyOf(desk, id)).toMatchObject([
      { kind: 'note', note: 'Prefers mornings.', by: 'Front desk' },
      { kind: 'no-answer', note: null },
    ])
    const stored = await db.selectFrom('inquiry_event').select('sealed_note').execute()
    expect(stored.map(({ sealed_note }) => sealed_note?.includes('mornings') ?? false)).not.toContain(true)
  })

  test.each([
    { typed: '   ', reason: 'note-missing' },
    { typed: 'x'.repeat(2001), reason: 'note-too-long' },
  ])('a note is refused: $reason', async ({ typed, reason }) => {
    const { desk, reference } = await setUp()
    expect(await changeInquiry(desk, { reference }, addNote(typed))).toEqual({ kind: 'refused', reason })
  })

  test('an inquiry is taken, handed on and given back', async () => {
    const { db, desk, reference, row } = await setUp()
    const colleague = await sitDown(db, { name: 'Night desk' })
    const person = ({ session }: typeof desk) => ({ id: session.staffId, name: session.name })

    await changeInquiry(desk, { reference, version: 0 }, giveTo(person(desk)))
    expect(await row()).toMatchObject({ owner_id: desk.session.staffId })
    await changeInquiry(desk, { reference, version: 1 }, giveTo(person(colleague)))
    expect(await row()).toMatchObject({ owner_id: colleague.session.staffId })
    await changeInquiry(colleague, { reference, version: 2 }, giveTo(null))
    expect(await row()).toMatchObject({ owner_id: null })
  })

  test('a snooze ends by itself, by hand, or when somebody tries to reach the person', async () => {
    const { desk, reference, row } = await setUp()
    await changeInquiry(desk, { reference, version: 0 }, snoozeUntil(START + HOUR_MS, START))
    expect(await row()).toMatchObject({ snoozed_until: START + HOUR_MS })
    await changeInquiry(desk, { reference, version: 1 }, wake)
    expect(await row()).toMatchObject({ snoozed_until: null })

    expect(await changeInquiry(desk, { reference, version: 2 }, snoozeUntil(START, START))).toEqual({
      kind: 'refused',
      reason: 'snooze-not-ahead',
    })
    expect(await changeInquiry(desk, { reference, version: 2 }, snoozeUntil(START + 1500 * HOUR_MS, START))).toEqual({
      kind: 'refused',
      reason: 'snooze-too-long',
    })
  })

  test('a closed inquiry says why, and can be opened again', async () => {
    const { desk, reference, row } = await setUp()
    await changeInquiry(desk, { reference, version: 0 }, closeAs('no-reply', START))
    expect(await row()).toMatchObject({ status: 'no-reply', closed_at: START })
    expect(await changeInquiry(desk, { reference, version: 1 }, closeAs('spam', START))).toMatchObject({
      kind: 'refused',
    })

    await changeInquiry(desk, { reference, version: 1 }, reopen)
    expect(await row()).toMatchObject({ status: 'trying', closed_at: null })
    expect(await changeInquiry(desk, { reference, version: 2 }, reopen)).toEqual({
      kind: 'refused',
      reason: 'not-closed',
    })
  })

  test('what is in quarantine can be closed as spam, but not as anything a person was told', async () => {
    const { desk, reference, row } = await setUp({ quarantined_at: START })
    expect(await changeInquiry(desk, { reference, version: 0 }, closeAs('talked', START))).toMatchObject({
      kind: 'refused',
    })
    await changeInquiry(desk, { reference, version: 0 }, closeAs('spam', START))
    expect(await row()).toMatchObject({ status: 'spam', closed_at: START })
  })

  test('a reference that is not there changes nothing', async () => {
    const { desk } = await setUp()
    expect(await changeInquiry(desk, { reference: 'KW-22222', version: 0 }, wake)).toEqual({ kind: 'not-found' })
  })
})
