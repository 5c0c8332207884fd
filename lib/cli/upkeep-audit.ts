import { type AuditHead, verifyAudit } from '#lib/audit/verify.ts'
import { CannotError, onDatabase } from './clinic-database.ts'

const problems = {
  missing: 'is missing',
  changed: 'was changed, or the one before it was',
  added: 'was added by something other than the product',
  'not-as-noted': 'is not the one whose hash you wrote down',
}

export function showAudit(noted: AuditHead | undefined): Promise<void> {
  return onDatabase(async (db) => {
    const verdict = await verifyAudit(db, noted)
    if (verdict.kind === 'broken')
      throw new CannotError(`The audit is broken: entry ${verdict.seq} ${problems[verdict.problem]}.`)
    const { seq, hash } = verdict.head
    console.log(`The audit is whole: ${seq} ${seq === 1 ? 'entry' : 'entries'}. Nothing was changed.`)
    if (seq > 0) console.log(`Write this down elsewhere, and give it as --head the next time: ${seq}:${hash}`)
  })
}
