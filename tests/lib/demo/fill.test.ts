import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { verifyAudit } from '#lib/audit/verify.ts'
import type { Clinic } from '#lib/clinic.ts'
import type { Db } from '#lib/db/schema.ts'
import { fillDemo } from '#lib/demo/fill.ts'
import { isDemo, isDemoFilled } from '#lib/demo/mark.ts'
import { readEnv } from '#lib/env.ts'
import { countInbox } from '#lib/inbox/count.ts'
import { listInbox } from '#lib/inbox/list.ts'
import { overviewOf } from '#lib/inbox/overview.ts'
import { search } from '#lib/inbox/search.ts'
import { openInquiry } from '#lib/inquiries/store.ts'
import { eachEngine } from '#tests/support/database.ts'
import { sitDown } from '#tests/support/desk.ts'
import { makeFolder } from '#tests/support/folder.ts'
import { keys } from '#tests/support/inquiry.ts'

const NOW = Date.parse('2026-11-25T15:00:00Z')
// A hundred inquiries, each accepted, mailed and answered as a real one, on a machine that may be busy.
const FILLING_MS_MAX = 60_000
const clinic = { name: 'Test Clinic', shortName: 'TC', isOpen: false, hours: null, holidays: null } as unknown as Clinic
const indexKey = Buffer.alloc(32, 3)

async function fill(db: Db) {
  const folder = makeFolder()
  const settings = readEnv({ DATA_DIR: folder })
  const filled = await fillDemo({
    db,
    settings,
    sealKeys: keys,
    indexKey,
    draftKey: Buffer.alloc(32, 4),
    clinic,
    seed: 1,
    now: NOW,
  })
  return { filled, folder, desk: { ...(await sitDown(db)), now: NOW } }
}

describe.each(eachEngine)('on $engine', ({ makeDatabase }) => {
  test(
    'every view shows something, everybody is marked as invented, and no mail is owed to anybody',
    async () => {
      const { db } = await makeDatabase()
      const { desk, filled, folder } = await fill(db)
      expect([await isDemo(db), await isDemoFilled(db)]).toEqual([true, true])

      const counts = await countInbox(desk)
      for (const view of ['waiting', 'snoozed', 'quarantine', 'attention'] as const)
        expect(counts[view]).toBeGreaterThan(0)
      const closed = (await listInbox(desk, 'closed')).rows.map(({ status }) => status)
      expect(new Set(closed)).toEqual(new Set(['talked', 'booked', 'not-a-fit', 'no-reply', 'spam']))
      const weeks = await overviewOf(desk, (from, to) => to - from)
      expect(weeks.filter(({ received }) => received > 0).length).toBeGreaterThan(9)
      expect(filled.purged).toBeGreaterThan(0)
      expect((await search(desk, '(305) 555-0107', indexKey)).length).toBeGreaterThan(1)
      expect(await verifyAudit(db)).toMatchObject({ kind: 'whole' })

      const rows = await db.selectFrom('inquiry').select(['id', 'sealed']).execute()
      expect(rows).toHaveLength(filled.stored - filled.purged)
      for (const row of rows) {
        const { name, message, phone, email } = openInquiry(keys.privateKeys, row)
        expect(name).toMatch(/^DEMO .+ Invented$/)
        expect(message).toMatch(/^$|^DEMO, nobody wrote this\. /)
        expect(phone?.e164 ?? email).toMatch(/^\+130555501\d\d$|@example\.com$/)
      }

      const owed = db.selectFrom('delivery').select('id').where('state', 'in', ['pending', 'sending'])
      expect(await owed.execute()).toEqual([])
      const mails = readdirSync(join(folder, 'mailbox')).map((name) => readFileSync(join(folder, 'mailbox', name)))
      expect(mails.length).toBeGreaterThan(30)
      for (const mail of mails) expect(String(mail)).toMatch(/^To: \S+@(clinic\.invalid|example\.com)\r?$/m)
    },
    FILLING_MS_MAX,
  )
})
