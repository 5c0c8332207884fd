import { describe, expect, test } from 'vitest'
import { HOUR_MS } from '#lib/duration.ts'
import type { Mail } from '#lib/email/mailer.ts'
import { historyOf } from '#lib/inbox/history.ts'
import { listInbox } from '#lib/inbox/list.ts'
import { sendAgain } from '#lib/inbox/send-again.ts'
import { deliverThrough } from '#lib/inquiries/deliver.ts'
import { eachEngine } from '#tests/support/database.ts'
import { deliveriesIn, START } from '#tests/support/delivery.ts'
import { receive, sitDown } from '#tests/support/desk.ts'
import { keys } from '#tests/support/inquiry.ts'

describe.each(eachEngine)('on $engine', ({ makeDatabase }) => {
  test('the same mail is owed once more under a key of its own, and the first keeps its end', async () => {
    const { db } = await makeDatabase()
    const desk = { ...(await sitDown(db)), now: START + HOUR_MS }
    const reference = await receive(db)
    await db.updateTable('delivery').set({ state: 'sent', fate: 'bounced' }).execute()

    expect(await sendAgain(desk, reference)).toBe('owed-again')
    const [first, second] = await deliveriesIn(db)
    expect([first, second]).toMatchObject([
      { state: 'sent', fate: 'bounced' },
      { state: 'pending', fate: null, next_attempt_at: START + HOUR_MS },
    ])
    expect(await historyOf(desk, String(first?.inquiry_id))).toMatchObject([{ kind: 'sent-again', by: 'Front desk' }])

    const mails: Mail[] = []
    const mailer = {
      send: async (mail: Mail) => {
        mails.push(mail)
        return { kind: 'sent' as const, providerId: 'one' }
      },
    }
    for (const { id, sealed_payload } of await deliveriesIn(db))
      await deliverThrough(mailer, keys.privateKeys)({ id, sealedPayload: sealed_payload })
    const untagged = mails.map(({ tags: _tags, ...mail }) => mail)
    expect(untagged[1]).toEqual(untagged[0])
    expect(mails.map(({ tags }) => tags[0]?.value)).toEqual([first?.id, second?.id])
  })

  test.each([
    { what: 'needs nobody while it is on its way', second: { state: 'pending' as const }, needs: false },
    { what: 'needs nobody once it went', second: { state: 'sent' as const }, needs: false },
    { what: 'needs somebody again when it came back too', second: { fate: 'bounced' as const }, needs: true },
    { what: 'needs somebody again when it was given up too', second: { state: 'attention' as const }, needs: true },
  ])('an inquiry whose mail is sent again $what', async ({ second, needs }) => {
    const { db } = await makeDatabase()
    const desk = { ...(await sitDown(db)), now: START + HOUR_MS }
    const reference = await receive(db)
    await db.updateTable('delivery').set({ state: 'sent', fate: 'bounced' }).execute()
    await sendAgain(desk, reference)
    await db
      .updateTable('delivery')
      .set({ state: 'sent', ...second })
      .where('state', '=', 'pending')
      .execute()

    expect((await listInbox(desk, 'attention')).rows.map((row) => row.reference)).toEqual(needs ? [reference] : [])
  })

  test.each([
    { state: 'pending' as const, answer: 'on-its-way' },
    { state: 'sending' as const, answer: 'on-its-way' },
    { state: 'held' as const, answer: 'on-its-way' },
    { state: 'held' as const, answer: 'in-quarantine', quarantined_at: 1 },
  ])('nothing more is owed while the mail is $state ($answer)', async ({ state, answer, quarantined_at = null }) => {
    const { db } = await makeDatabase()
    const desk = await sitDown(db)
    const reference = await receive(db)
    await db.updateTable('delivery').set({ state }).execute()
    await db.updateTable('inquiry').set({ quarantined_at }).execute()

    expect(await sendAgain(desk, reference)).toBe(answer)
    expect(await deliveriesIn(db)).toHaveLength(1)
  })

  test('an inquiry that is not there owes nothing', async () => {
    const { db } = await makeDatabase()
    expect(await sendAgain(await sitDown(db), 'KW-22222')).toBe('not-found')
  })
})
