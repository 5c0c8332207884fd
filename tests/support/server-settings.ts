import type { CrashPoint } from '#lib/process/crash-point.ts'

/** What a server needs to send through a stand-in for Resend. */
export function resendSettings(url: string, mode: 'full' | 'notice' = 'full') {
  return {
    RESEND_API_KEY: 're_fake',
    RESEND_BASE_URL: url,
    INQUIRY_EMAIL: mode,
    MAIL_FROM: 'front-desk@clinic.test',
    CLINIC_INBOX: 'inbox@clinic.test',
    // A test sends more in a minute than a clinic gets in a month, and waits for each mail.
    SURGE_AN_HOUR: '0',
  }
}

/** What makes a server kill itself at a point, and what makes it live again when it is started with the same settings. */
export const dyingAt = (point: CrashPoint) => ({ CRASH_POINT: point, CRASH_POINT_ALLOWED: 'this-server-is-a-test' })
export const livingOn = { CRASH_POINT: '' }
