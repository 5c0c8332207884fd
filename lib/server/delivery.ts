import type { Db } from '#lib/db/schema.ts'
import { chooseMailer } from '#lib/email/choose-mailer.ts'
import { env } from '#lib/env.ts'
import { deliverThrough } from '#lib/inquiries/deliver.ts'
import { logEvent } from '#lib/log.ts'
import { startDelivering } from '#lib/outbox/run.ts'

/** Begins to deliver what is owed. */
export function serveDeliveries(db: Db): { stop: () => Promise<void> } {
  const { sealKeys, email } = env()
  const mailer = chooseMailer(email)
  const deliver = deliverThrough(mailer, sealKeys.privateKeys)
  return startDelivering({ db, deliver, report: logEvent, perSecondMax: mailer.perSecondMax })
}
