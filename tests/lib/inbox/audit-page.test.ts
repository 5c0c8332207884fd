import { describe, expect, test } from 'vitest'
import { recordAudit } from '#lib/audit/record.ts'
import { auditPage, auditVerdict } from '#lib/inbox/audit-page.ts'
import type { Desk } from '#lib/inbox/desk.ts'
import type { ManagerSession } from '#lib/staff/session.ts'
import { eachEngine } from '#tests/support/database.ts'
import { START } from '#tests/support/delivery.ts'
import { sitDown } from '#tests/support/desk.ts'

describe.each(eachEngine)('on $engine', ({ makeDatabase }) => {
  async function setUp(entries: number) {
    const { db } = await makeDatabase()
    const desk = (await sitDown(db, { name: 'Rosa' })) as Desk & { session: ManagerSession }
    const subject = `staff/${desk.session.staffId}`
    for (let number = 0; number < entries; number += 1)
      await db
        .transaction()
        .execute((transaction) =>
          recordAudit(transaction, { actor: `staff:${desk.session.staffId}`, action: 'test', subject, now: START }),
        )
    return { db, desk }
  }

  test('names stand where ids are kept', async () => {
    const { desk } = await setUp(1)
    expect((await auditPage(desk)).lines).toMatchObject([{ actor: 'Rosa', subject: 'Rosa', action: 'test' }])
  })

  test('turning the pages shows every entry once, the newest first', async () => {
    const { desk } = await setUp(101)
    const first = await auditPage(desk)
    const second = await auditPage(desk, first.next ?? undefined)
    const numbers = [...first.lines, ...second.lines].map(({ seq }) => seq)
    expect(numbers).toEqual(Array.from({ length: 101 }, (_, place) => 101 - place))
    expect(second.next).toBeNull()
  })

  test('an entry that was changed is found', async () => {
    const { db, desk } = await setUp(3)
    expect(await auditVerdict(desk)).toMatchObject({ kind: 'whole', head: { seq: 3 } })
    await db.updateTable('audit').set({ action: 'nothing' }).where('seq', '=', 2).execute()
    expect(await auditVerdict(desk)).toMatchObject({ kind: 'broken', seq: 2 })
  })
})
