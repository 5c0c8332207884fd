import { describe, expect, test } from 'vitest'
import { lookAt, VIEWING_MS } from '#lib/inbox/viewing.ts'
import { eachEngine } from '#tests/support/database.ts'
import { START } from '#tests/support/delivery.ts'
import { receive, sitDown } from '#tests/support/desk.ts'

describe.each(eachEngine)('on $engine', ({ makeDatabase }) => {
  test('who opens an inquiry sees who else has it open, and nobody sees themselves', async () => {
    const { db } = await makeDatabase()
    const first = await sitDown(db, { name: 'Front desk' })
    const second = await sitDown(db, { name: 'Night desk' })
    await receive(db)
    const { id } = await db.selectFrom('inquiry').select('id').executeTakeFirstOrThrow()

    expect(await lookAt(first, id)).toEqual([])
    expect(await lookAt(second, id)).toEqual(['Front desk'])
    expect(await lookAt({ ...first, now: START + VIEWING_MS }, id)).toEqual([])
  })
})
