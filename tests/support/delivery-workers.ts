import { openDatabase } from '#lib/db/connection.ts'
import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'
import type { Db } from '#lib/db/schema.ts'
import { resendMailer } from '#lib/email/resend.ts'
import { deliverThrough } from '#lib/inquiries/deliver.ts'
import { startDelivering } from '#lib/outbox/run.ts'
import { sealKeysFrom } from '#lib/seal/keys.ts'

/** A process that delivers with several workers until its input ends: `node … <database> <resend> <keys> <workers> <claim>`. */
const [place = '', baseUrl = '', keyText = '', workers = '1', claim = 'ours'] = process.argv.slice(2)

const db = openDatabase(place)
const deliver = deliverThrough(resendMailer({ apiKey: 're_fake', baseUrl }), sealKeysFrom(keyText).privateKeys)
const begin = claim === 'ours' ? beginOurs : beginCareless
const working = Array.from({ length: Number(workers) }, begin)
process.stdin.resume().on('end', async () => {
  await Promise.all(working.map(({ stop }) => stop()))
  process.exit(0)
})

function beginOurs() {
  return startDelivering({ db, deliver, report: () => {} })
}

/** The control: looks first and takes afterwards, as a queue does that was never used by two. */
function beginCareless() {
  let isOver = false
  async function run() {
    while (!isOver) {
      const found = await retryWhenBusy(() => nextOf(db))
      if (!found) break
      await retryWhenBusy(() =>
        db.updateTable('delivery').set({ state: 'sending' }).where('id', '=', found.id).execute(),
      )
      await deliver({ id: found.id, sealedPayload: found.sealed_payload })
    }
  }
  const running = run()
  return {
    stop: async () => {
      isOver = true
      await running
    },
  }
}

function nextOf(from: Db) {
  return from
    .selectFrom('delivery')
    .select(['id', 'sealed_payload'])
    .where('state', '=', 'pending')
    .orderBy('next_attempt_at')
    .limit(1)
    .executeTakeFirst()
}
