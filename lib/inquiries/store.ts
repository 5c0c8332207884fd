import type { Transaction } from 'kysely'
import { noSuspicion, type Suspicion, withSignals } from '#lib/abuse/suspicion.ts'
import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'
import type { Db, DeliveryKind, Schema } from '#lib/db/schema.ts'
import { inTransaction } from '#lib/db/transaction.ts'
import { enqueueDelivery } from '#lib/outbox/enqueue.ts'
import { crashPoint } from '#lib/process/crash-point.ts'
import { SealError } from '#lib/seal/failure.ts'
import { keyIdsText } from '#lib/seal/key-ids.ts'
import type { PrivateKey, PublicKey } from '#lib/seal/key-pair.ts'
import { openSealed, sealFor } from '#lib/seal/sealed-box.ts'
import type { Count } from './prepare-count.ts'
import type { Inquiry } from './schema.ts'
import { inquiryContext } from './seal-context.ts'

export type Receipt = { reference: string; receivedAt: number }

export async function findReceipt(db: Db, id: string): Promise<Receipt | undefined> {
  const row = await retryWhenBusy(() =>
    db.selectFrom('inquiry').select(['reference', 'received_at']).where('id', '=', id).executeTakeFirst(),
  )
  return row && { reference: row.reference, receivedAt: row.received_at }
}

/** A mail beside the one about the inquiry itself. `isOfInquiry`: it goes when the inquiry is deleted. */
export type BesideMail = {
  id: string
  kind: DeliveryKind
  onceKey: string
  sealedPayload: Buffer
  isOfInquiry: boolean
  /** Done with it in the same transaction, when it is owed indeed. */
  whenOwed?: (transaction: Transaction<Schema>) => Promise<void>
}

type NewInquiry = Receipt & {
  id: string
  locale: string
  inquiry: Inquiry
  delivery: { id: string; sealedPayload: Buffer; isHeld?: boolean }
  /** Mails that are owed only if this inquiry is new. */
  besides?: BesideMail[]
  suspicion?: Suspicion
  count?: Count | undefined
}

/**
 * Commits an inquiry and the delivery it is owed, together and synced to disk.
 *
 * Answers with the receipt that stands: an earlier one if this id came before. `undefined` means the reference is
 * already somebody else's and nothing was stored.
 */
export async function storeInquiry(
  db: Db,
  publicKeys: readonly PublicKey[],
  given: NewInquiry,
): Promise<Receipt | undefined> {
  const { id, locale, inquiry, reference, receivedAt, delivery, besides = [], count } = given
  const sealed = sealFor(publicKeys, JSON.stringify(inquiry), inquiryContext(id))

  crashPoint('accept.before-transaction')
  const isStored = await inTransaction(
    db,
    async (transaction) => {
      const inserted = await transaction
        .insertInto('inquiry')
        .values({
          id,
          reference,
          received_at: receivedAt,
          locale,
          sealed,
          key_id: keyIdsText(publicKeys),
          status: 'new',
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      if (!inserted.numInsertedOrUpdatedRows) return false
      crashPoint('accept.between-inserts')

      // Counted after it is known to be new: a double click must not count against the person who clicked.
      const suspicion = withSignals(given.suspicion ?? noSuspicion, (await count?.(transaction)) ?? [])
      if (suspicion.score > 0) await markSuspicion(transaction, id, suspicion, receivedAt)

      await enqueueDelivery(transaction, {
        ...delivery,
        inquiryId: id,
        kind: 'clinic',
        onceKey: `inquiry/${id}/clinic`,
        isHeld: delivery.isHeld || suspicion.isQuarantined,
        now: receivedAt,
      })
      // What may be spam sends nobody a mail: no receipt to an address somebody typed, no alarm to the clinic.
      for (const { isOfInquiry, whenOwed, ...mail } of suspicion.isQuarantined ? [] : besides) {
        const owed = { ...mail, inquiryId: isOfInquiry ? id : null, now: receivedAt }
        if (await enqueueDelivery(transaction, owed)) await whenOwed?.(transaction)
      }
      crashPoint('accept.before-commit')
      return true
    }, // When the answer to the commit was lost, the id says whether it is stored; it is never stored twice.
    { isRepeatable: true },
  )
  crashPoint('accept.after-commit')
  return isStored ? { reference, receivedAt } : findReceipt(db, id)
}

async function markSuspicion(
  transaction: Transaction<Schema>,
  id: string,
  { score, signals, isQuarantined }: Suspicion,
  now: number,
) {
  await transaction
    .updateTable('inquiry')
    .set({ spam_score: score, spam_signals: signals.join(' '), ...(isQuarantined && { quarantined_at: now }) })
    .where('id', '=', id)
    .execute()
}

type SealedInquiry = { id: string; sealed: Buffer }

/** Opens what a person wrote. Throws a SealError when the key is not ours or the record was changed. */
export function openInquiry(privateKeys: readonly PrivateKey[], { id, sealed }: SealedInquiry): Inquiry {
  return JSON.parse(openSealed(privateKeys, sealed, inquiryContext(id)).toString())
}

/** What a person wrote, or null when no key at hand opens it or the record was changed. */
export function openIfPossible(privateKeys: readonly PrivateKey[], stored: SealedInquiry): Inquiry | null {
  try {
    return openInquiry(privateKeys, stored)
  } catch (error) {
    if (error instanceof SealError) return null
    throw error
  }
}
