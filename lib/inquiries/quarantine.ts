import { isSignal, signals } from '#lib/abuse/signal.ts'
import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'
import type { Db } from '#lib/db/schema.ts'

export type Quarantined = { reference: string; receivedAt: number; score: number; reasons: string[] }

/** What is held back as possible spam, newest first, with the reasons in words. */
export async function listQuarantined(db: Db): Promise<Quarantined[]> {
  const rows = await retryWhenBusy(() =>
    db
      .selectFrom('inquiry')
      .select(['reference', 'received_at', 'spam_score', 'spam_signals'])
      .where('quarantined_at', 'is not', null)
      .orderBy('received_at', 'desc')
      .execute(),
  )
  return rows.map(({ reference, received_at, spam_score, spam_signals }) => ({
    reference,
    receivedAt: received_at,
    score: spam_score,
    reasons: reasonsOf(spam_signals),
  }))
}

/** Why an inquiry was suspected, in words; a name from another version of the table stays as it is. */
function reasonsOf(spamSignals: string): string[] {
  const names = spamSignals.split(' ').filter(Boolean)
  return names.map((name) => (isSignal(name) ? signals[name].words : name))
}
