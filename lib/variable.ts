import { z } from 'zod'

const ADDRESS = /^[^\s@<>,;:"()]+@[^\s@<>,;:"()]+$/
const SENDER = /^[^<>\r\n"]*<([^<>]+)>$/
const isAddress = (text: string) => ADDRESS.test(text)
const isSender = (text: string) => isAddress(SENDER.exec(text)?.[1] ?? text)
const isSecret = (text: string) => /^[\x21-\x7e]+$/.test(text)

/** Every variable the product reads, what it must look like, and the sentence a wrong value earns. */
export const variables = z.object({
  PORT: z.coerce
    .number('PORT must be a whole number from 0 to 65535.')
    .refine(
      (port) => Number.isInteger(port) && port >= 0 && port <= 65535,
      'PORT must be a whole number from 0 to 65535.',
    )
    .default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'HOST must be an address to listen on, like 127.0.0.1 or 0.0.0.0.')
    .default('127.0.0.1'),
  SITE_ORIGIN: z
    .string()
    .refine(isOrigin, 'SITE_ORIGIN must be the public address alone, like https://clinic.example.')
    .optional(),
  DATA_DIR: z.string().default('./data'),
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
  CLINIC_INBOX: z.string().refine(isAddress, 'CLINIC_INBOX must be one address, like inbox@clinic.example.').optional(),
  SEAL_PUBLIC_KEY: z.string().optional(),
  SEAL_PRIVATE_KEYS: z.string().optional(),
  DRAFT_KEY: z.string().optional(),
  RESEND_DEBUG: z.undefined('RESEND_DEBUG must be unset: it would print what people wrote to us.').optional(),
})

export type Variables = z.output<typeof variables>

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
