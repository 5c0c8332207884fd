import type { Db } from '#lib/db/schema.ts'
import { listQuarantined } from '#lib/inquiries/quarantine.ts'
import { releaseInquiry } from '#lib/inquiries/release.ts'
import { indented, timeText } from './terminal.ts'

/** What `npm run inquiries -- quarantine` prints: each inquiry held back, and why. */
export async function quarantineText(db: Db): Promise<string> {
  const held = await listQuarantined(db)
  if (held.length === 0) return 'Nothing is held back.'

  const entries = held.map(({ reference, receivedAt, score, reasons }) =>
    [`${reference}  ${timeText(receivedAt)}  score ${score}`, ...reasons.map((reason) => indented(`· ${reason}`))].join(
      '\n',
    ),
  )
  return [
    ...entries,
    'Read one: npm run inquiries -- show <reference>. If a person wrote it: npm run inquiries -- release <reference>.',
  ].join('\n\n')
}

/** What `npm run inquiries -- release` prints after it made the inquiry's e-mail due. */
export async function releaseText(db: Db, id: string, now: number): Promise<string> {
  return (await releaseInquiry(db, id, now))
    ? 'It is an inquiry like any other now. The running server sends its e-mail within a second or two.'
    : 'Nothing was changed: it was not held back.'
}
