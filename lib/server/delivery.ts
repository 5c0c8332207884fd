import { database } from '#lib/db/connection.ts'
import { migrateDatabase } from '#lib/db/migrate.ts'
import { probeDatabase } from '#lib/db/probe.ts'
import { chooseMailer } from '#lib/email/choose-mailer.ts'
import { env } from '#lib/env.ts'
import { deliverThrough } from '#lib/inquiries/deliver.ts'
import { countUnopenable } from '#lib/inquiries/list.ts'
import { logEvent } from '#lib/log.ts'
import { startDelivering } from '#lib/outbox/run.ts'

/** Makes the keys and tables that are not there yet, proves the database sound, and begins to deliver what is owed. */
export async function serveDeliveries(): Promise<{ stop: () => Promise<void> }> {
  // Both kinds of keys are read or made here, so that a wrong one stops the start and not a visitor.
  const { sealKeys, draftKey: _draftKey, email } = env()
  const db = database()
  await migrateDatabase(db)
  await probeDatabase(db)
  if ((await countUnopenable(db, sealKeys.privateKeys)) > 0) {
    throw new Error('DATA_DIR holds inquiries sealed for a key that is not here: put the copy of its key back.')
  }
  const mailer = chooseMailer(email)
  const deliver = deliverThrough(mailer, sealKeys.privateKeys)
  const delivering = startDelivering({ db, deliver, report: logEvent, perSecondMax: mailer.perSecondMax })

  return {
    async stop() {
      await delivering.stop()
      await db.destroy()
    },
  }
}
