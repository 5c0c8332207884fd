import { type AuditVerdict, verifyAudit } from '#lib/audit/verify.ts'
import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'
import type { ManagerSession } from '#lib/staff/session.ts'
import type { Desk } from './desk.ts'

const ROWS_PER_PAGE = 100

export type AuditLine = { seq: number; at: number; actor: string; action: string; subject: string; detail: string }
export type AuditPage = { lines: AuditLine[]; next: number | null }

/** One page of the audit, the newest first, with names in place of ids. For managers only. */
export async function auditPage(
  { db }: Desk & { session: ManagerSession },
  before = Number.MAX_SAFE_INTEGER,
): Promise<AuditPage> {
  const [rows, people] = await retryWhenBusy(() =>
    Promise.all([
      db
        .selectFrom('audit')
        .select(['seq', 'at', 'actor', 'action', 'subject', 'detail'])
        .where('seq', '<', before)
        .orderBy('seq', 'desc')
        .limit(ROWS_PER_PAGE + 1)
        .execute(),
      db.selectFrom('staff').select(['id', 'name']).execute(),
    ]),
  )
  const names = new Map(people.flatMap(({ id, name }) => [`staff:${id}`, `staff/${id}`].map((key) => [key, name])))
  const shown = rows.slice(0, ROWS_PER_PAGE)
  return {
    lines: shown.map((row) => ({
      ...row,
      actor: names.get(row.actor) ?? row.actor,
      subject: names.get(row.subject) ?? row.subject,
    })),
    next: rows.length > ROWS_PER_PAGE ? (shown.at(-1)?.seq ?? null) : null,
  }
}

/** Whether nobody has changed the record. Reads all of it, so only the first page asks. */
export function auditVerdict({ db }: Desk & { session: ManagerSession }): Promise<AuditVerdict> {
  return retryWhenBusy(() => verifyAudit(db))
}
