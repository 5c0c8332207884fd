import { recordAudit } from '#lib/audit/record.ts'
import type { Db } from '#lib/db/schema.ts'
import { inTransaction } from '#lib/db/transaction.ts'
import { findInquiry, listInquiries, type StoredInquiry } from '#lib/inquiries/list.ts'
import { markOpened } from '#lib/inquiries/opened.ts'
import { readReference } from '#lib/inquiries/reference.ts'
import { openIfPossible, openInquiry } from '#lib/inquiries/store.ts'
import { endPause } from '#lib/outbox/pause.ts'
import { type Retried, retryDelivery } from '#lib/outbox/retry.ts'
import { CannotError, endingInWords, onDatabase, sealKeysHere } from './clinic-database.ts'
import { deliveryText, inquiryText, reachText } from './inquiry-text.ts'
import { quarantineText, releaseText } from './quarantine.ts'
import { onOneLine, tableText, timeText } from './terminal.ts'
import { UPKEEP_HELP, upkeepCommands } from './upkeep.ts'

const HELP = `Shows what people sent through the website, and where the e-mail about it stands.

  npm run inquiries -- list                everything that came in, newest first
  npm run inquiries -- show <reference>    one inquiry, opened; what is safe comes first
  npm run inquiries -- retry <reference>   make its e-mail due now
  npm run inquiries -- quarantine          what is held back as possible spam, and why
  npm run inquiries -- release <reference> a person wrote it: send its e-mail after all
${UPKEEP_HELP}
  npm run inquiries -- --help              this text

A reference looks like KW-7F3K2. The database and the keys are read from DATA_DIR.
It ends with 0 when it did what was asked, 1 when it could not, 2 when it was asked wrongly.`

const retriedText: Record<Retried, string> = {
  'due-now': 'Its e-mail is due now. The running server sends it within a second or two.',
  'due-now-may-repeat':
    'Its e-mail is due now. The first attempt is more than 23 hours old: if that one did arrive, this is a second copy.',
  'already-sent': 'Nothing was changed: its e-mail was sent already.',
  'being-sent': 'Nothing was changed: its e-mail is being sent right now.',
  held: 'Nothing was changed: it is held back as possible spam. If a person wrote it, use "release".',
  'not-found': 'Nothing was changed: no e-mail is owed for it.',
}

const commands: Record<string, (db: Db, reference: string) => Promise<void>> = {
  list,
  show,
  retry,
  quarantine,
  release,
}
const withoutReference = ['list', 'quarantine']

async function list(db: Db) {
  const stored = await listInquiries(db)
  if (stored.length === 0) return console.log('No inquiries yet.')

  const opened = stored.map((inquiry) => ({ inquiry, row: rowOf(inquiry) }))
  console.log(tableText([['Received', 'Reference', 'Who', 'How to reach', 'E-mail'], ...opened.map(({ row }) => row)]))
  await recordListing(db, stored.length)
  if (opened.some(({ row }) => row.includes(UNOPENABLE)))
    throw new CannotError('Some could not be opened: their key is not among the private keys, or they were changed.')
}

/** A list names everybody who wrote, so that somebody had it is kept too. */
function recordListing(db: Db, count: number): Promise<void> {
  const act = {
    actor: 'command',
    action: 'listed',
    subject: 'inquiries',
    detail: String(count),
    now: Date.now(),
  } as const
  return inTransaction(db, (transaction) => recordAudit(transaction, act))
}

async function show(db: Db, reference: string) {
  const stored = await storedAt(db, reference)
  console.log(inquiryText(stored, openInquiry(sealKeysHere().privateKeys, stored)))
  await markOpened(db, { ...stored, actor: 'command', now: Date.now() })
}

async function retry(db: Db, reference: string) {
  const { id } = await storedAt(db, reference)
  const retried = await retryDelivery(db, id, Date.now())
  // Whoever asks for it has put right what was wrong; if not, the pause begins anew with this e-mail.
  if (retried.startsWith('due-now')) await endPause(db)
  console.log(`${reference}: ${retriedText[retried]}`)
}

async function quarantine(db: Db) {
  console.log(await quarantineText(db))
}

async function release(db: Db, reference: string) {
  const { id } = await storedAt(db, reference)
  console.log(`${reference}: ${await releaseText(db, id, Date.now())}`)
}

const UNOPENABLE = '(cannot be opened)'

function rowOf(stored: StoredInquiry): string[] {
  const row = (who: string, reach: string) => [
    timeText(stored.receivedAt),
    stored.reference,
    who,
    reach,
    deliveryText(stored),
  ]
  const inquiry = openIfPossible(sealKeysHere().privateKeys, stored)
  return inquiry ? row(onOneLine(inquiry.name), reachText(inquiry)) : row(UNOPENABLE, '')
}

async function storedAt(db: Db, reference: string): Promise<StoredInquiry> {
  const stored = await findInquiry(db, reference)
  if (!stored) throw new CannotError(`No inquiry has the reference ${reference}.`)
  return stored
}

async function run(words: string[]): Promise<number> {
  if (words.some((word) => word === '--help' || word === '-h' || word === 'help')) {
    console.log(HELP)
    return 0
  }
  const [name = '', typed = '', ...surplus] = words
  if (Object.hasOwn(upkeepCommands, name)) {
    const act = upkeepCommands[name]?.(words.slice(1))
    if (act) return endingInWords(act)
    console.error(HELP)
    return 2
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  const reference = readReference(typed) ?? ''
  const isAskedWrongly =
    !command || surplus.length > 0 || (withoutReference.includes(name) ? typed !== '' : reference === '')
  if (isAskedWrongly) {
    console.error(HELP)
    return 2
  }

  return endingInWords(() => onDatabase((db) => command(db, reference)))
}

process.exitCode = await run(process.argv.slice(2))
