import { database } from '#lib/db/connection.ts'
import { storageFailureOf } from '#lib/db/failure.ts'
import { readWebhook, type WebhookHeaders } from '#lib/email/webhook.ts'
import { env } from '#lib/env.ts'
import { logEvent } from '#lib/log.ts'
import { recordProviderEvent } from '#lib/outbox/provider-event.ts'
import { wakeDelivery } from '#lib/outbox/wake.ts'
import { faultName } from '#lib/process/fault-name.ts'
import { raiseAlarms } from './alarm.ts'
import { noticeSettingOfThisProcess } from './notice-setting.ts'

type Heard = 'heard' | 'not-configured' | 'not-genuine' | 'storage-unavailable'

type News = { body: Buffer; headers: WebhookHeaders; now: number }

/** Applies what the e-mail service says became of a mail, and tells the second address when a mail did not arrive. */
export async function hearProvider({ body, headers, now }: News): Promise<Heard> {
  const { webhookSecrets } = env()
  if (webhookSecrets.length === 0) return 'not-configured'

  const event = readWebhook({ body, headers, secrets: webhookSecrets, now })
  if (!event) return 'not-genuine'

  try {
    await recordProviderEvent(database(), event, now)
    if (event.fate) await raiseAlarmsSoon(now)
    return 'heard'
  } catch (error) {
    const failure = storageFailureOf(error)
    if (!failure) throw error
    logEvent('news-not-stored', { failure })
    return 'storage-unavailable'
  }
}

// The news is kept by now. An alarm that cannot be raised at this moment is raised by the schedule.
async function raiseAlarmsSoon(now: number) {
  try {
    if ((await raiseAlarms(database(), now, noticeSettingOfThisProcess())) > 0) wakeDelivery()
  } catch (error) {
    logEvent('alarm-not-raised', { failure: faultName(error) })
  }
}
