import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { acceptInquiry } from '#lib/inquiries/accept.ts'
import { besideStoring, orDoWithout } from '#lib/inquiries/doing-without.ts'
import { FloodError } from '#lib/inquiries/prepare-count.ts'
import { makeLogger } from '#lib/log.ts'
import { oncePerProcess } from '#lib/process/once.ts'
import { eachEngine } from '#tests/support/database.ts'
import { deliveriesIn } from '#tests/support/delivery.ts'
import { byEmail, inquiry, settingFor } from '#tests/support/inquiry.ts'

const address = '203.0.113.7'
const request = () => ({ id: randomUUID(), inquiry, locale: 'en', address })
const statesIn = async (db: Parameters<typeof deliveriesIn>[0]) => (await deliveriesIn(db)).map(({ state }) => state)

const logged: string[] = []
oncePerProcess('log', () => makeLogger({ write: (line) => void logged.push(JSON.parse(line).msg) }))
beforeEach(() => void logged.splice(0))

describe.each(eachEngine)('on $engine', ({ makeDatabase }) => {
  test('the sixth inquiry from one network in ten minutes is kept, and only its e-mail waits', async () => {
    const { db } = await makeDatabase()
    for (let number = 0; number < 6; number += 1) await acceptInquiry(settingFor(db), request())
    expect((await statesIn(db)).sort()).toEqual(['held', 'pending', 'pending', 'pending', 'pending', 'pending'])
  })

  test('fifty clicks on one button count once', async () => {
    const { db } = await makeDatabase()
    const same = request()
    await Promise.all(Array.from({ length: 50 }, () => acceptInquiry(settingFor(db), same)))
    for (let number = 0; number < 4; number += 1) await acceptInquiry(settingFor(db), request())
    expect(new Set(await statesIn(db))).toEqual(new Set(['pending']))
  })

  test('beyond sixty in a minute nothing is stored, and the visitor is told to wait', async () => {
    const { db } = await makeDatabase()
    const setting = settingFor(db, { now: () => Date.UTC(2026, 10, 22, 12) })
    const results: PromiseSettledResult<unknown>[] = []
    for (let round = 0; round < 14; round += 1) {
      const five = Array.from({ length: 5 }, () => acceptInquiry(setting, request()))
      results.push(...(await Promise.allSettled(five)))
    }

    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(60)
    expect(results.every((result) => result.status === 'fulfilled' || result.reason instanceof FloodError)).toBe(true)
    expect(await deliveriesIn(db)).toHaveLength(60)
  })

  test.each(['visit_count', 'seen_message', 'daily_salt'])(
    'when the counting breaks (no %s), the inquiry is stored all the same, and the log says so',
    async (table) => {
      const { db } = await makeDatabase()
      await sql`drop table ${sql.table(table)}`.execute(db)
      await acceptInquiry(settingFor(db), { ...request(), inquiry: { ...inquiry, message: 'long enough '.repeat(9) } })
      expect(await statesIn(db)).toEqual(['pending'])
      expect(new Set(logged)).toEqual(new Set(['inquiry-not-counted']))
    },
  )

  test('when everything beside storing breaks, the inquiry is stored all the same, with its mail to the clinic', async () => {
    const { db } = await makeDatabase()
    await sql`drop table visit_count`.execute(db)
    await sql`drop table daily_salt`.execute(db)
    const setting = settingFor(db, { surgeAnHour: Number.NaN, clinic: undefined as never })
    await acceptInquiry(setting, { ...request(), inquiry: { ...byEmail, receipt: true } })
    expect(await statesIn(db)).toEqual(['pending'])
    expect(new Set(logged)).toEqual(
      new Set(['inquiry-not-counted', 'surge-not-seen', 'receipt-not-owed', 'mail-not-written']),
    )
  })

  test('what is looked up beside storing may hang, and the inquiry is stored within the time a visitor waits', async () => {
    const { db } = await makeDatabase()
    let hasHung = false
    const slow = db.withPlugin({
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => {
        if (hasHung || !('rows' in result)) return result
        hasHung = true
        return new Promise(() => {})
      },
    })
    await orDoWithoutWithin(() => slow.selectFrom('daily_salt').selectAll().execute())
    expect(hasHung).toBe(true)
    expect(logged).toEqual(['test-lookup'])
  })
})

const orDoWithoutWithin = (act: () => Promise<unknown>) => besideStoring(() => orDoWithout('test-lookup', act))
