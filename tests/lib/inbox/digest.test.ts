import { describe, expect, test } from 'vitest'
import type { Db } from '#lib/db/schema.ts'
import { HOUR_MS } from '#lib/duration.ts'
import { sendDigest } from '#lib/inbox/digest.ts'
import { beginPause } from '#lib/outbox/pause.ts'
import { openSealed } from '#lib/seal/sealed-box.ts'
import { eachEngine } from '#tests/support/database.ts'
import { receive } from '#tests/support/desk.ts'
import { officeHours } from '#tests/support/hours.ts'
import { byEmail, canaries, keys } from '#tests/support/inquiry.ts'

const AT_SIX = Date.parse('2026-11-24T06:00-05:00')

const setting = {
  hours: officeHours,
  from: 'Clinic website <website@clinic.example>',
  to: 'manager@clinic.example' as string | undefined,
  publicKeys: keys.publicKeys,
  inboxUrl: 'https://clinic.example/staff/overview',
}

async function digestsIn(db: Db): Promise<{ to: string; subject: string; text: string; html: string }[]> {
  const rows = await db
    .selectFrom('delivery')
    .select(['id', 'sealed_payload'])
    .where('kind', '=', 'digest')
    .orderBy('once_key')
    .execute()
  return rows.map(({ id, sealed_payload }) =>
    JSON.parse(openSealed(keys.privateKeys, sealed_payload, `delivery/${id}/1`).toString()),
  )
}

describe.each(eachEngine)('on $engine', ({ makeDatabase }) => {
  test('tells in counts who waits, what came, what is held back and whose e-mail did not arrive', async () => {
    const { db } = await makeDatabase()
    const at = AT_SIX - 2 * HOUR_MS
    await receive(db, { at, due_at: AT_SIX - 1 })
    await receive(db, { at, due_at: AT_SIX + HOUR_MS })
    await receive(db, { at: AT_SIX - 30 * HOUR_MS, answered_at: at })
    await receive(db, { at: AT_SIX - 30 * HOUR_MS, quarantined_at: AT_SIX - 30 * HOUR_MS })
    const bounced = await receive(db, { at, due_at: AT_SIX + HOUR_MS })
    const { id } = await db
      .selectFrom('inquiry')
      .select('id')
      .where('reference', '=', bounced)
      .executeTakeFirstOrThrow()
    await db.updateTable('delivery').set({ state: 'sent', fate: 'bounced' }).where('inquiry_id', '=', id).execute()

    await sendDigest(db, AT_SIX, setting)
    const [digest] = await digestsIn(db)
    expect(digest).toMatchObject({ subject: 'The inbox on Tuesday, November 24' })
    expect(digest?.text).toContain('Waiting for a first answer: 3. Past due: 1.')
    expect(digest?.text).toContain('came in 3, first answered 1, held back as possible spam 0.')
    expect(digest?.text).toContain('In quarantine: 1.')
    expect(digest?.text).toContain('did not arrive: 1.')
    expect(digest?.text).toContain(setting.inboxUrl)
  })

  test('holds nothing of what anybody wrote, nor a reference', async () => {
    const { db } = await makeDatabase()
    const references = [
      await receive(db, { at: AT_SIX - HOUR_MS }),
      await receive(db, { at: AT_SIX - HOUR_MS, sent: byEmail, quarantined_at: AT_SIX - HOUR_MS }),
    ]
    await db.updateTable('delivery').set({ state: 'attention', last_failure: 'Canary' }).execute()
    await sendDigest(db, AT_SIX, setting)
    const [digest] = await digestsIn(db)
    for (const planted of [...canaries, ...references]) expect(JSON.stringify(digest)).not.toContain(planted)
    expect(JSON.stringify(digest)).toContain('In quarantine: 1')
  })

  test('a quiet day says nothing of quarantine, failed e-mails or a pause', async () => {
    const { db } = await makeDatabase()
    await receive(db, { at: AT_SIX - 50 * HOUR_MS, answered_at: AT_SIX - 49 * HOUR_MS })
    await sendDigest(db, AT_SIX, setting)
    const [digest] = await digestsIn(db)
    for (const word of ['quarantine', 'did not arrive', 'no e-mail went out']) expect(digest?.text).not.toContain(word)
  })

  test('says that e-mail was paused, and why', async () => {
    const { db } = await makeDatabase()
    await receive(db, { at: AT_SIX - HOUR_MS })
    await beginPause(db, { reason: 'invalid-api-key', now: AT_SIX - HOUR_MS })
    await sendDigest(db, AT_SIX, setting)
    expect((await digestsIn(db))[0]?.text).toMatch(/no e-mail went out: .*RESEND_API_KEY/)
  })

  test('one a day, not before six at the clinic, and one again the next day', async () => {
    const { db } = await makeDatabase()
    await receive(db, { at: AT_SIX - HOUR_MS })
    const counted = async (now: number) => {
      await sendDigest(db, now, setting)
      return (await digestsIn(db)).length
    }
    expect(await counted(AT_SIX - 1)).toBe(0)
    expect(await counted(AT_SIX)).toBe(1)
    expect(await counted(AT_SIX + 17 * HOUR_MS)).toBe(1)
    expect(await counted(AT_SIX + 24 * HOUR_MS - 1)).toBe(1)
    expect(await counted(AT_SIX + 24 * HOUR_MS)).toBe(2)
  })

  test('of several processes at once, all together owe one', async () => {
    const { db } = await makeDatabase()
    await receive(db, { at: AT_SIX - HOUR_MS })
    await Promise.all([1, 2, 3].map(() => sendDigest(db, AT_SIX, setting)))
    expect(await digestsIn(db)).toHaveLength(1)
  })

  test('nobody is told where there is no address, nor before the first inquiry ever came', async () => {
    const { db } = await makeDatabase()
    await sendDigest(db, AT_SIX, setting)
    expect(await digestsIn(db)).toEqual([])
    await receive(db, { at: AT_SIX - HOUR_MS })
    await sendDigest(db, AT_SIX, { ...setting, to: undefined })
    expect(await digestsIn(db)).toEqual([])
  })

  test('goes on after the last inquiry was deleted', async () => {
    const { db } = await makeDatabase()
    await db.insertInto('tally').values({ week: '2026-11-02', name: 'received', count: 1 }).execute()
    await sendDigest(db, AT_SIX, setting)
    expect((await digestsIn(db))[0]?.text).toContain('Waiting for a first answer: 0. Past due: 0.')
  })
})
