import { describe, expect, test } from 'vitest'
import { HOUR_MS } from '#lib/duration.ts'
import { changeInquiry } from '#lib/inbox/change.ts'
import { addNote } from '#lib/inbox/decision.ts'
import type { Desk } from '#lib/inbox/desk.ts'
import { exportInquiries } from '#lib/inbox/export.ts'
import { eachEngine } from '#tests/support/database.ts'
import { START } from '#tests/support/delivery.ts'
import { receive, sitDown } from '#tests/support/desk.ts'

describe.each(eachEngine)('on $engine', ({ makeDatabase }) => {
  const asManager = (desk: Desk, isSteppedUp = true): Desk => ({
    ...desk,
    session: { ...desk.session, role: 'manager', isSteppedUp },
  })

  test('a manager who proved anew who they are gets all that was asked for, with its notes', async () => {
    const { db } = await makeDatabase()
    const desk = asManager(await sitDown(db))
    const reference = await receive(db)
    await receive(db, { at: START + HOUR_MS })
    await changeInquiry(desk, { reference }, addNote('Called twice.'))

    const one = await exportInquiries(desk, { reference })
    expect(one).toMatchObject({ kind: 'exported', count: 1 })
    if (one.kind === 'exported') {
      expect(one.csv.split('\r\n')).toHaveLength(3)
      expect(one.csv).toContain(
        `${reference},2026-11-21T12:00:00.000Z,new,,,me,"safety, cost",Canary Nameless,phone,'+13055550142,no`,
      )
      expect(one.csv).toContain('2026-11-21T12:00:00.000Z Front desk: Called twice.')
    }
    expect(await exportInquiries(desk, { from: START, before: START + HOUR_MS })).toMatchObject({ count: 1 })
    expect(await exportInquiries(desk, { from: START, before: START + 2 * HOUR_MS })).toMatchObject({ count: 2 })
  })

  test('an inquiry that cannot be opened keeps its place in the table', async () => {
    const { db } = await makeDatabase()
    const reference = await receive(db, { sealed: Buffer.of(1) })
    const exported = await exportInquiries(asManager(await sitDown(db)), { reference })

    const [head = '', line = ''] = exported.kind === 'exported' ? exported.csv.split('\r\n') : []
    expect(line).toContain('(cannot be opened)')
    expect(line.split(',')).toHaveLength(head.split(',').length)
  })

  test('nobody else gets anything', async () => {
    const { db } = await makeDatabase()
    const desk = await sitDown(db)
    const reference = await receive(db)
    expect(await exportInquiries(desk, { reference })).toEqual({ kind: 'denied', reason: 'manager-only' })
    expect(await exportInquiries(asManager(desk, false), { reference })).toEqual({
      kind: 'denied',
      reason: 'step-up-needed',
    })
  })
})
