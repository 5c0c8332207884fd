import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import { parse } from 'yaml'
import { clinicSchema, readClinic } from '#lib/clinic.ts'
import { clinicHours } from '#lib/hours/clinic-hours.ts'
import { workingMsBetween } from '#lib/hours/working-time.ts'
import { deleteInquiry, wipeIfOwed } from '#lib/inquiries/delete.ts'
import { findInquiry } from '#lib/inquiries/list.ts'
import { type Purged, purgeDue } from '#lib/inquiries/purge.ts'
import { type RetentionRules, retentionRulesOf } from '#lib/inquiries/retention.ts'
import type { WorkingMs } from '#lib/inquiries/tally.ts'
import { CannotError, onDatabase } from './clinic-database.ts'
import { calendarDay, timeText } from './terminal.ts'

const NOT_WIPED =
  'Traces are still in the files, because something kept the database busy. The next purge removes them.'

export function purge({ isDryRun, today }: { isDryRun: boolean; today: string | undefined }): Promise<void> {
  return onDatabase(async (db) => {
    const now = Date.now()
    if (today !== undefined && today !== calendarDay(new Date(now)))
      throw new CannotError(
        `Refused, and nothing was changed: the clock of this machine says ${calendarDay(new Date(now))}.`,
      )
    const { rules, workingMs } = clinicHere()
    const isClockConfirmed = today !== undefined
    const purged = await purgeDue({ db, now, rules, workingMs, actor: 'command', isDryRun, isClockConfirmed })
    tellOf(purged, { isDryRun, rules })
  })
}

function tellOf(purged: Purged, { isDryRun, rules }: { isDryRun: boolean; rules: RetentionRules }) {
  if (purged.kind === 'clock-behind')
    throw new CannotError(
      `Refused, and nothing was changed: the clock showed ${timeText(purged.seenAt)} before. Put it right, or confirm the date with --today.`,
    )
  const { deleted, kept, waiting, isWiped } = purged
  console.log(`Retention: ${rules.closedDays} days after closing, ${rules.daysMax} days at most.`)
  const words = isDryRun ? 'Would be deleted' : 'Deleted'
  console.log(`${words}: ${deleted.length}${deleted.length > 0 ? ` (${deleted.join(', ')})` : ''}.`)
  if (kept.length > 0)
    console.log(`Kept although due, because an e-mail to the clinic is still on its way: ${kept.join(', ')}.`)
  if (waiting > 0)
    console.log(
      `${waiting} more are due by the clock, which has not gone steadily for 26 hours. If the date is right: --today ${calendarDay(new Date())}`,
    )
  if (!isWiped) throw new CannotError(NOT_WIPED)
}

export function deleteOne(reference: string, isSure: boolean): Promise<void> {
  return onDatabase(async (db) => {
    if (!(await findInquiry(db, reference))) throw new CannotError(`No inquiry has the reference ${reference}.`)
    if (!isSure && (await answerTo(`This cannot be undone. To delete it, type ${reference}: `)) !== reference)
      throw new CannotError('Nothing was changed.')

    await deleteInquiry(db, reference, { actor: 'command', now: Date.now(), workingMs: clinicHere().workingMs })
    console.log(`${reference} was deleted, with its e-mails, notes and index. Backups hold it until they are replaced.`)
    if (!(await wipeIfOwed(db))) throw new CannotError(NOT_WIPED)
  })
}

async function answerTo(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    const ended = new Promise<string>((resolve) => terminal.once('close', () => resolve('')))
    return (await Promise.race([terminal.question(question), ended])).trim().toUpperCase()
  } finally {
    terminal.close()
  }
}

// Read from where a person wrote it: the content may never have been built on this machine.
function clinicHere(): { rules: RetentionRules; workingMs: WorkingMs } {
  const facts = readClinic(clinicSchema.parse(parse(readFileSync('content/clinic.yaml', 'utf8'))))
  const hours = clinicHours(facts)
  return { rules: retentionRulesOf(facts), workingMs: (from, to) => workingMsBetween(from, to, hours) }
}
