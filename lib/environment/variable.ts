import { z } from 'zod'
import { crashPoints } from '#lib/process/crash-point.ts'

const ADDRESS = /^[^\s@<>,;:"()]+@[^\s@<>,;:"()]+$/
const SENDER = /^[^<>\r\n"]*<([^<>]+)>$/
const isAddress = (text: string) => ADDRESS.test(text)
const isSender = (text: string) => isAddress(SENDER.exec(text)?.[1] ?? text)
const isSecret = (text: string) => /^[\x21-\x7e]+$/.test(text)

/** Every variable the product reads, what it must look like, and the sentence a wrong value earns. */
export const variables = z.object({
  PORT: wholeNumber('PORT', 0, 65_535).default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'HOST must be an address to listen on, like 127.0.0.1 or 0.0.0.0.')
    .default('127.0.0.1'),
  SITE_ORIGIN: z
    .string()
    .refine(isOrigin, 'SITE_ORIGIN must be the public address alone, like https://clinic.example.')
    .optional(),
  STAFF_ORIGIN: z
    .string()
    .refine(isOrigin, 'STAFF_ORIGIN must be the address of the inbox alone, like https://inbox.clinic.example.')
    .optional(),
  ROLE: z.enum(['all', 'site', 'inbox', 'delivery'], 'ROLE must be all, site, inbox or delivery.').default('all'),
  PROXY_HOPS: wholeNumber('PROXY_HOPS', 0, 5).default(0),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z
    .string()
    .refine(isPostgres, 'DATABASE_URL must be a PostgreSQL address, like postgres://user:password@host:5432/name.')
    .optional(),
  RESEND_API_KEY: z
    .string()
    .refine(isSecret, 'RESEND_API_KEY must be one line without spaces: copy it again.')
    .optional(),
  RESEND_BASE_URL: z
    .string()
    .refine(
      isSafeBase,
      'RESEND_BASE_URL must be an https address (http only on this machine), without a question mark.',
    )
    .optional(),
  INQUIRY_EMAIL: z.enum(['full', 'notice'], 'INQUIRY_EMAIL must be full or notice.').optional(),
  MAIL_FROM: z
    .string()
    .refine(isSender, 'MAIL_FROM must be one address, like Clinic website <website@clinic.example>.')
    .optional(),
  DUE_WORKING_HOURS: wholeNumber('DUE_WORKING_HOURS', 1, 400).optional(),
  BACKUP_WORKING_MINUTES: wholeNumber('BACKUP_WORKING_MINUTES', 1, 10_000).default(30),
  ALARM_WORKING_HOURS: wholeNumber('ALARM_WORKING_HOURS', 1, 400).default(4),
  CLINIC_INBOX_BACKUP: z
    .string()
    .refine(isAddress, 'CLINIC_INBOX_BACKUP must be one address, like manager@clinic.example.')
    .optional(),
  RESEND_WEBHOOK_SECRET: z
    .string()
    .refine(isWebhookSecret, 'RESEND_WEBHOOK_SECRET must be as Resend shows it, beginning with whsec_.')
    .optional(),
  CLINIC_INBOX: z.string().refine(isAddress, 'CLINIC_INBOX must be one address, like inbox@clinic.example.').optional(),
  SEAL_PUBLIC_KEY: z.string().optional(),
  SEAL_PRIVATE_KEYS: z.string().optional(),
  DRAFT_KEY: z.string().optional(),
  INDEX_KEY: z.string().optional(),
  CRASH_POINT: z
    .enum(crashPoints, 'CRASH_POINT must be unset: it is for the fault tests and ends the server.')
    .optional(),
  CRASH_POINT_ALLOWED: z
    .literal('this-server-is-a-test', 'CRASH_POINT_ALLOWED must be unset: it is for the fault tests.')
    .optional(),
  RESEND_DEBUG: z.undefined('RESEND_DEBUG must be unset: it would print what people wrote to us.').optional(),
})

export type Variables = z.output<typeof variables>

function wholeNumber(name: string, min: number, max: number) {
  const words = `${name} must be a whole number from ${min} to ${max}.`
  return z.coerce.number(words).refine((number) => Number.isInteger(number) && number >= min && number <= max, words)
}

function isPostgres(text: string): boolean {
  return /^postgres(ql)?:$/.test(URL.parse(text)?.protocol ?? '')
}

// While a secret is being rotated, two are valid; a space stands between them.
function isWebhookSecret(text: string): boolean {
  return text.split(' ').every((secret) => /^whsec_[A-Za-z0-9+/]+=*$/.test(secret))
}

function isOrigin(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && /^https?:$/.test(url.protocol) && /^https?:\/\/[^/?#@]+\/?$/.test(text)
}

function isSafeBase(text: string): boolean {
  const url = URL.parse(text)
  if (url === null || url.search !== '' || url.hash !== '' || url.username !== '') return false
  return (
    url.protocol === 'https:' || (url.protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname))
  )
}
