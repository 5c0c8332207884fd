import { describe, expect, test } from 'vitest'
import { HOUR_MS } from '#lib/duration.ts'
import { countInbox } from '#lib/inbox/count.ts'
import { listInbox } from '#lib/inbox/list.ts'
import { eachEngine } from '#tests/support/database.ts'
import { START } from '#tests/support/delivery.ts'
import { receive, sitDown } from '#tests/support/desk.ts'
import { byEmail } from '#tests/support/inquiry.ts'

describe.each(eachEngine)('on $engine', ({ makeDatabase }) => {
  const referencesIn = async (...given: Parameters<typeof listInbox>) =>
    (await listInbox(...given)).rows.map(({ reference }) => reference)

  test('who is due first stands first, and who was answered already stands last', async () => {
    const { db } = await makeDatabase()
    const desk = await sitDown(db)
    const answered = await receive(db, { due_at: START - HOUR_MS, answered_at: START })
    const later = await receive(db, { due_at: START + 2 * HOUR_MS })
    const sooner = await receive(db, { due_at: START + HOUR_MS })
    const uncounted = await receive(db)

    expect(await referencesIn(desk, 'waiting')).toEqual([uncounted, sooner, later, answered])
  })

  test('each view holds what its name says', async () => {
    const { db } = await makeDatabase()
    const desk = await sitDown(db)
    const colleague = await sitDown(db, { name: 'Somebody else' })
    const waiting = await receive(db)
    const mine = await receive(db, { owner_id: desk.session.staffId })
    const theirs = await receive(db, { owner_id: colleague.session.staffId })
    const snoozed = await receive(db, { snoozed_until: START + HOUR_MS })
    const woken = await receive(db, { snoozed_until: START })
    const closed = await receive(db, { closed_at: START, status: 'booked' })
    const quarantined = await receive(db, { quarantined_at: START })

    expect(new Set(await referencesIn(desk, 'waiting'))).toEqual(new Set([waiting, mine, theirs, woken]))
    expect(await referencesIn(desk, 'mine')).toEqual([mine])
    expect(await referencesIn(desk, 'snoozed')).toEqual([snoozed])
    expect(await referencesIn(desk, 'closed')).toEqual([closed])
    expect(await referencesIn(desk, 'quarantine')).toEqual([quarantined])
    expect(await referencesIn(desk, 'attention')).toEqual([])
    expect(await countInbox(desk)).toEqual({ waiting: 4, mine: 1, snoozed: 1, closed: 0, quarantine: 1, attention: 0 })
  })

  test.each([
    { state: 'attention' as const },
    { state: 'sent' as const, fate: 'bounced' as const },
    { state: 'sent' as const, fate: 'suppressed' as const },
  ])('an inquiry whose e-mail did not arrive needs attention: %o', async (mail) => {
    const { db } = await makeDatabase()
    const desk = await sitDown(db)
    const reference = await receive(db)
    await db.updateTable('delivery').set(mail).execute()
    await receive(db)

    const { rows } = await listInbox(desk, 'attention')
    expect(rows).toMatchObject([{ reference, mail }])
  })

  test('a line shows how to reach somebody safely, and neither name nor message', async () => {
    const { db } = await makeDatabase()
    const desk = await sitDown(db)
    await receive(db, { owner_id: desk.session.staffId })
    await receive(db, { sent: byEmail, at: START + 1 })

    const { rows } = await listInbox(desk, 'waiting')
    expect(rows).toMatchObject([
      {
        owner: { name: 'Front desk' },
        mail: { state: 'pending' },
        reach: { about: 'me', channel: 'phone', voicemail: 'no' },
      },
      { owner: null, reach: { about: 'someone', channel: 'email', voicemail: null, language: { choice: 'es' } } },
    ])
    expect(JSON.stringify(rows)).not.toMatch(/Canary (Nameless|Writer|message)|555-?0142/)
  })

  test('one that cannot be opened is still listed', async () => {
    const { db } = await makeDatabase()
    const desk = await sitDown(db)
    const reference = await receive(db, { sealed: Buffer.from('not a box') })

    expect((await listInbox(desk, 'waiting')).rows).toMatchObject([{ reference, reach: null }])
  })

  test('turning the pages shows everybody once, across every stretch of the view', async () => {
    const { db } = await makeDatabase()
    const desk = await sitDown(db)
    const all: string[] = []
    for (let number = 0; number < 4; number += 1) all.push(await receive(db))
    for (let number = 0; number < 4; number += 1) all.push(await receive(db, { due_at: START + HOUR_MS }))
    for (let number = 0; number < 4; number += 1) all.push(await receive(db, { answered_at: START + number }))

    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await listInbox(desk, 'waiting', after, 5)
      seen.push(...page.rows.map(({ reference }) => reference))
      after = page.next ?? undefined
    } while (after !== undefined)

    expect(seen).toHaveLength(12)
    expect(new Set(seen)).toEqual(new Set(all))
  })

  test('a page number that nobody wrote begins at the beginning', async () => {
    const { db } = await makeDatabase()
    const desk = await sitDown(db)
    const reference = await receive(db)
    expect(await referencesIn(desk, 'waiting', "1.2.x' or 1=1")).toEqual([reference])
  })
})
