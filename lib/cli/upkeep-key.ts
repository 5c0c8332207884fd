import { recordAudit } from '#lib/audit/record.ts'
import type { Db } from '#lib/db/schema.ts'
import { inTransaction } from '#lib/db/transaction.ts'
import { wipeDeleted } from '#lib/db/wipe.ts'
import { env } from '#lib/env.ts'
import { forgetIndex } from '#lib/inquiries/blind-index.ts'
import { countKeys, type KeyCensus } from '#lib/inquiries/key-census.ts'
import { rekeyEverything, rekeyProblem } from '#lib/inquiries/rekey.ts'
import { addEscrowKey, addPrivateKey } from '#lib/seal/keys.ts'
import { CannotError, onDatabase, sealKeysHere } from './clinic-database.ts'
import { tableText } from './terminal.ts'

const refusals = {
  'no-private-keys': 'Refused, and nothing was changed: without a private key nothing can be opened.',
  'none-is-ours':
    'Refused, and nothing was changed: no private key here belongs to a key it would seal for, so nobody here could open the result.',
}

export function showKeys(): Promise<void> {
  return onDatabase(async (db) => {
    const keys = sealKeysHere()
    const census = await countKeys(db, keys)
    const seals = keys.publicKeys.map(({ id }) => id)
    const own = keys.privateKeys.map(({ publicKey }) => publicKey.id)
    const ids = [...new Set([...seals, ...own, ...census.byKey.keys()])]
    const rows = ids.map((id) => {
      const counts = census.byKey.get(id)
      return [
        id,
        own.includes(id) ? 'here' : 'not here',
        seals.includes(id) ? 'yes' : 'no',
        ...[counts?.inquiry, counts?.delivery, counts?.inquiry_event].map((count) => String(count ?? 0)),
      ]
    })
    console.log(tableText([['Key', 'Private half', 'Seals', 'Opens inquiries', 'E-mails', 'Notes'], ...rows]))
    const unopenable = sum(census.unopenable)
    if (unopenable > 0)
      throw new CannotError(`${unopenable} of ${sum(census.total)} records open with no key that is here.`)
  })
}

export async function makeKey({ isEscrow }: { isEscrow: boolean }): Promise<void> {
  const { sealPrivateKeys, sealPublicKey, keysDir } = env()
  if (sealPrivateKeys || sealPublicKey)
    throw new CannotError(
      'Nothing was changed: the keys are given by SEAL_PRIVATE_KEYS or SEAL_PUBLIC_KEY; add it there.',
    )

  if (!isEscrow) {
    const { id } = addPrivateKey(keysDir)
    console.log(`Key ${id} was put in front of those in ${keysDir}. Now make a copy of that folder elsewhere,`)
    console.log('start the server again, and run: npm run inquiries -- rekey')
    return
  }
  const { publicKey, privateKeyText } = addEscrowKey(keysDir)
  console.log(
    `Key ${publicKey.id} opens everything from now on. Its private half is kept nowhere here. Print it, and lock it away:`,
  )
  console.log(`\n  ${privateKeyText}\n`)
  console.log('Then start the server again, and run: npm run inquiries -- rekey')
}

export function rekey(dropped: string[]): Promise<void> {
  return onDatabase(async (db) => {
    const keys = sealKeysHere()
    const problem = rekeyProblem(keys)
    if (problem) throw new CannotError(refusals[problem])
    const census = await countKeys(db, keys)
    const shutOut = [...census.shutOut].filter((id) => !dropped.includes(id))
    if (shutOut.length > 0)
      throw new CannotError(
        `Refused, and nothing was changed: ${shutOut.join(' and ')} could open nothing any more. If that is meant: ${shutOut.map((id) => `--drop ${id}`).join(' ')}.`,
      )

    const result = await rekeyEverything(db, keys, showProgress(census))
    if (result.resealed > 0) await noteRekey(db, `${result.resealed} resealed`)
    console.log(`Sealed anew: ${result.resealed}. As it should be already: ${result.current}.`)
    if (result.alsoOld > 0)
      console.log(
        `${result.alsoOld} e-mails still owed open with their older key too. Run this again once they are sent.`,
      )
    if (result.unopenable > 0)
      throw new CannotError(`${result.unopenable} open with no key that is here, and were left as they are.`)
  })
}

export function reindex(): Promise<void> {
  return onDatabase(async (db) => {
    const count = await forgetIndex(db)
    console.log(`The index of ${count} inquiries was forgotten. A running server writes it anew within a minute.`)
  })
}

async function noteRekey(db: Db, detail: string) {
  await inTransaction(db, (transaction) =>
    recordAudit(transaction, { actor: 'command', action: 'rekey', subject: 'seal', detail, now: Date.now() }),
  )
  if (!(await wipeDeleted(db)))
    console.log('The server kept the files too busy to remove the older boxes from them; the next purge does it.')
}

function showProgress(census: KeyCensus): (done: number) => void {
  const total = sum(census.total)
  return (done) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${total} ${done >= total ? '\n' : ''}`)
  }
}

const sum = (counts: KeyCensus['total']) => counts.inquiry + counts.delivery + counts.inquiry_event
