import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { answerWithin } from '#lib/db/answer-within.ts'
import { storageFailureOf } from '#lib/db/failure.ts'
import type { Db } from '#lib/db/schema.ts'
import { acceptInquiry } from '#lib/inquiries/accept.ts'
import { FloodError } from '#lib/inquiries/prepare-count.ts'
import { eachEngine } from '#tests/support/database.ts'
import { inquiry, settingFor } from '#tests/support/inquiry.ts'

const NOON = Date.UTC(2026, 10, 22, 12)
const OTHERS = 20

/** As the site asks for it: an answer within two seconds, or none. */
const send = (db: Db, address: string) =>
  answerWithin(1800, () =>
    acceptInquiry(settingFor(db, { now: () => NOON }), { id: randomUUID(), inquiry, locale: 'en', address }),
  )

const because = async (asked: Promise<unknown>) =>
  asked.then(
    () => 'stored',
    (error) => (error instanceof FloodError ? 'flood' : (storageFailureOf(error) ?? error)),
  )

describe.each(eachEngine)('on $engine', ({ makeDatabase }) => {
  test('of 500 at once from one network sixty at most are stored, and everybody else is served', async () => {
    const { db } = await makeDatabase()
    // The first of a process compiles the templates.
    await send(db, '198.51.100.1')

    const flood = Array.from({ length: 500 }, () => because(send(db, '203.0.113.7')))
    const others: Promise<unknown>[] = []
    for (let number = 0; number < OTHERS; number += 1) {
      others.push(because(send(db, `198.51.100.${100 + number}`)))
      flood.push(because(send(db, '203.0.113.7')))
      await pause(5)
    }

    expect(await Promise.all(others)).toEqual(Array(OTHERS).fill('stored'))
    const answers = await Promise.all(flood)
    const stored = answers.filter((answer) => answer === 'stored').length
    expect(stored).toBeGreaterThan(5)
    expect(stored).toBeLessThanOrEqual(60)
    // On a busy machine some of the sixty run out of time; they are told so, and are not stored either.
    expect(answers.filter((answer) => !['stored', 'flood', 'busy'].includes(`${answer}`))).toEqual([])
    expect(await db.selectFrom('inquiry').select('id').execute()).toHaveLength(1 + OTHERS + stored)
  })
})
