import { EnvironmentError } from './failure.ts'
import type { Variables } from './variable.ts'

export type Role = Variables['ROLE']

type Wrong = { when: (given: Variables) => boolean; words: string }

const isSplit = ({ ROLE }: Variables) => ROLE !== 'all'
const opens = ({ ROLE }: Variables) => ROLE === 'delivery' || ROLE === 'inbox'
const isSite = ({ ROLE }: Variables) => ROLE === 'site'
const mailNames = ['INQUIRY_EMAIL', 'MAIL_FROM', 'CLINIC_INBOX'] as const

/** Settings that are right one by one and wrong together. The first that holds stops the start. */
const wrongTogether: Wrong[] = [
  {
    when: (given) => isSite(given) && given.SEAL_PRIVATE_KEYS !== undefined,
    words:
      'SEAL_PRIVATE_KEYS must not be set when ROLE is site: whoever takes over the site could then read inquiries.',
  },
  {
    when: (given) => isSite(given) && given.INDEX_KEY !== undefined,
    words: 'INDEX_KEY must not be set when ROLE is site: only ROLE=inbox and ROLE=delivery look people up.',
  },
  {
    when: (given) => isSite(given) && given.RESEND_API_KEY !== undefined,
    words: 'RESEND_API_KEY must not be set when ROLE is site: only ROLE=delivery sends.',
  },
  {
    when: (given) => isSite(given) && given.SEAL_PUBLIC_KEY === undefined,
    words: 'SEAL_PUBLIC_KEY must be set when ROLE is site: the public half of what ROLE=delivery opens inquiries with.',
  },
  {
    // The site freezes the mails that another process sends: half of the names would be its own invention.
    when: (given) =>
      isSite(given) && ![0, mailNames.length].includes(mailNames.filter((name) => given[name] !== undefined).length),
    words: 'MAIL_FROM goes together with CLINIC_INBOX and INQUIRY_EMAIL when ROLE is site: set all three, or none.',
  },
  {
    when: (given) => !isSplit(given) && given.SEAL_PUBLIC_KEY !== undefined && given.SEAL_PRIVATE_KEYS === undefined,
    words: 'SEAL_PUBLIC_KEY needs SEAL_PRIVATE_KEYS: without them nobody could open an inquiry.',
  },
  {
    when: (given) => opens(given) && given.DATABASE_URL !== undefined && given.INDEX_KEY === undefined,
    words:
      'INDEX_KEY must be set when DATABASE_URL is and ROLE is inbox or delivery: both must look people up with the same key.',
  },
  {
    when: (given) => opens(given) && given.SITE_ORIGIN !== undefined && given.STAFF_ORIGIN === undefined,
    words: 'STAFF_ORIGIN must be set when ROLE is inbox or delivery and SITE_ORIGIN is: the inbox has its own address.',
  },
  {
    when: ({ SITE_ORIGIN, STAFF_ORIGIN }) =>
      SITE_ORIGIN !== undefined && STAFF_ORIGIN !== undefined && isHttps(SITE_ORIGIN) !== isHttps(STAFF_ORIGIN),
    words: 'STAFF_ORIGIN must begin with https when SITE_ORIGIN does, and only then.',
  },
]

/** Stops the start when the settings of this role contradict each other. */
export function refuseWrongTogether(given: Variables): void {
  const wrong = wrongTogether.find(({ when }) => when(given))
  if (wrong) throw new EnvironmentError(wrong.words)
}

function isHttps(origin: string): boolean {
  return origin.startsWith('https:')
}
