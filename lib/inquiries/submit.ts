import { countKeyFrom } from '#lib/abuse/daily-salt.ts'
import { clinic } from '#lib/clinic.ts'
import { answerWithin } from '#lib/db/answer-within.ts'
import { database } from '#lib/db/connection.ts'
import { storageFailureOf } from '#lib/db/failure.ts'
import { env } from '#lib/env.ts'
import { clinicHours, workingDayMs } from '#lib/hours/clinic-hours.ts'
import { addWorkingMs } from '#lib/hours/working-time.ts'
import { logEvent } from '#lib/log.ts'
import { wakeDelivery } from '#lib/outbox/wake.ts'
import { oncePerProcess } from '#lib/process/once.ts'
import { acceptInquiry, type SentInquiry, type Setting } from './accept.ts'
import { FloodError } from './prepare-count.ts'

type Submitted =
  | { kind: 'accepted'; reference: string; receivedAt: number }
  | { kind: 'storage-unavailable' }
  | { kind: 'too-many' }

/** With this and a page to write, a visitor has an answer within two and a half seconds, however busy the machine. */
const ANSWER_MS_MAX = 1800

/** Says `accepted` only after the inquiry and its delivery are on disk. The same id again gets the same reference. */
export async function submitInquiry(request: SentInquiry): Promise<Submitted> {
  try {
    const receipt = await answerWithin(ANSWER_MS_MAX, () => acceptInquiry(settingOfThisProcess(), request))
    wakeDelivery()
    return { kind: 'accepted', ...receipt }
  } catch (error) {
    if (error instanceof FloodError) return { kind: 'too-many' }
    const failure = storageFailureOf(error)
    if (!failure) throw error
    logEvent('inquiry-not-stored', { failure })
    return { kind: 'storage-unavailable' }
  }
}

// Made once: an inquiry must not depend on a content file that can be read at just this moment.
const settingOfThisProcess = () => oncePerProcess('inquiry-setting', makeSetting)

function makeSetting(): Setting {
  const settings = env()
  const { sealKeys, draftKey, siteOrigin, staffOrigin, inquiryEmail, mailFrom, clinicInbox, surgeAnHour } = settings
  const { name, isOpen, ...facts } = clinic()
  const hours = clinicHours(facts)
  const { timeZone, isConfirmed } = hours
  const dueMs = settings.dueWorkingMs ?? workingDayMs(hours)
  return {
    db: database(),
    publicKeys: sealKeys.publicKeys,
    countKey: countKeyFrom(draftKey),
    siteOrigin,
    clinic: { name, isOpen },
    mail: { mode: inquiryEmail, from: mailFrom, to: clinicInbox },
    inboxUrl: `${staffOrigin}/staff`,
    surgeAnHour,
    dueAfter: (receivedAt) => ({ at: addWorkingMs(receivedAt, dueMs, hours), timeZone, isConfirmed }),
  }
}
