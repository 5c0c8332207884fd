import { join } from 'node:path'
import { EnvironmentError } from './failure.ts'
import type { Variables } from './variable.ts'

type EmailDoor = { kind: 'local-mailbox'; mailbox: string } | { kind: 'resend'; apiKey: string; baseUrl?: string }

export type EmailSettings = {
  email: EmailDoor
  inquiryEmail: 'full' | 'notice'
  mailFrom: string
  clinicInbox: string
  /** Who is told when the clinic's inbox does not answer; unset, nobody is. */
  clinicInboxBackup: string | undefined
}

/** What must be given together with RESEND_API_KEY, and why. */
const neededByResend = {
  INQUIRY_EMAIL:
    'INQUIRY_EMAIL must be set to full or notice when RESEND_API_KEY is set: full sends what people wrote through Resend, notice only that they wrote.',
  MAIL_FROM: 'MAIL_FROM must be set when RESEND_API_KEY is set: an address of a domain verified there.',
  CLINIC_INBOX: 'CLINIC_INBOX must be set when RESEND_API_KEY is set: the address that receives inquiries.',
} satisfies Partial<Record<keyof Variables, string>>

/** How mail leaves, and who writes to whom. Without Resend, every address has a stand-in that no mail can reach. */
export function readEmail(given: Variables, dataDir: string): EmailSettings {
  if (given.CLINIC_INBOX_BACKUP && given.CLINIC_INBOX_BACKUP === given.CLINIC_INBOX)
    throw new EnvironmentError(
      'CLINIC_INBOX_BACKUP must not be CLINIC_INBOX itself: it is for the day nobody reads that one.',
    )
  if (given.RESEND_API_KEY) return readResend(given, given.RESEND_API_KEY)
  if (given.RESEND_BASE_URL) throw new EnvironmentError('RESEND_BASE_URL needs RESEND_API_KEY: set both or neither.')

  return {
    email: { kind: 'local-mailbox', mailbox: join(dataDir, 'mailbox') },
    inquiryEmail: given.INQUIRY_EMAIL ?? 'full',
    mailFrom: given.MAIL_FROM ?? 'Clinic website <website@clinic.invalid>',
    clinicInbox: given.CLINIC_INBOX ?? 'inbox@clinic.invalid',
    // Beside a real first address a stand-in would look like somebody who is told.
    clinicInboxBackup: given.CLINIC_INBOX_BACKUP ?? (given.CLINIC_INBOX ? undefined : 'second-inbox@clinic.invalid'),
  }
}

function readResend(given: Variables, apiKey: string): EmailSettings {
  const needed = <Name extends keyof typeof neededByResend>(name: Name) => {
    const value = given[name]
    if (value === undefined) throw new EnvironmentError(neededByResend[name])
    return value
  }
  return {
    email: {
      kind: 'resend',
      apiKey,
      ...(given.RESEND_BASE_URL && { baseUrl: given.RESEND_BASE_URL.replace(/\/+$/, '') }),
    },
    inquiryEmail: needed('INQUIRY_EMAIL'),
    mailFrom: needed('MAIL_FROM'),
    clinicInbox: needed('CLINIC_INBOX'),
    clinicInboxBackup: given.CLINIC_INBOX_BACKUP,
  }
}
