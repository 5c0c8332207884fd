import { z } from 'zod'
import type { Problem } from '#content/en/form.ts'
import { readPhoneNumber } from './phone.ts'
import { countCharacters, isReadableLine, isReadableText, tidyText } from './typed-text.ts'

export const NAME_LENGTH_MAX = 100
const EMAIL_LENGTH_MAX = 254
const OTHER_LANGUAGE_LENGTH_MAX = 60
const MESSAGE_LENGTH_MAX = 1000
const MESSAGE_BYTES_MAX = 2000

const because = (problem: Problem) => ({ error: problem })
const withinCharacters = (max: number) => (text: string) => countCharacters(text) <= max
const withinBytes = (max: number) => (text: string) => Buffer.byteLength(text) <= max
const skipped = z.literal('').transform(() => undefined)

const line = z.string().transform(tidyText)

const name = line
  .refine((text) => text.length > 0, because('name-missing'))
  .refine(withinCharacters(NAME_LENGTH_MAX), because('name-too-long'))
  .refine(isReadableLine, because('name-unreadable'))

const phone = line.transform((typed, context) => {
  const e164 = readPhoneNumber(typed)
  if (e164 && isReadableLine(typed)) return { typed, e164 }
  context.addIssue({ code: 'custom', message: 'phone-wrong' satisfies Problem })
  return z.NEVER
})

const email = line.pipe(
  z
    .email(because('email-wrong'))
    .max(EMAIL_LENGTH_MAX, because('email-wrong'))
    .regex(/^.{1,64}@/, because('email-wrong')),
)

const otherLanguage = line
  .refine((text) => text.length > 0, because('other-language-missing'))
  .refine(withinCharacters(OTHER_LANGUAGE_LENGTH_MAX), because('other-language-too-long'))
  .refine(isReadableLine, because('other-language-missing'))

const message = line
  .refine(withinCharacters(MESSAGE_LENGTH_MAX), because('message-too-long'))
  .refine(withinBytes(MESSAGE_BYTES_MAX), because('message-too-large'))
  .refine(isReadableText, because('message-unreadable'))

const question = z.object({
  about: z.enum(['me', 'someone', 'professional'], because('about-missing')),
  topics: z.array(
    z.enum(['safety', 'what-happens', 'cost', 'helping-someone', 'something-else'], because('topics-unknown')),
  ),
  name,
  message,
})

const byPhone = z.object({
  channel: z.literal('phone'),
  phone,
  voicemail: z.enum(['yes', 'no'], because('voicemail-missing')),
  otherAnswers: z.union([skipped, z.enum(['personal-call', 'hang-up'])], because('other-answers-unknown')),
  times: z.array(z.enum(['morning', 'afternoon', 'evening'], because('times-unknown'))),
})

// A draft kept by an earlier version has no answer here, and no answer is no.
const receipt = z
  .string()
  .default('')
  .transform((choice) => choice === 'yes')

const byEmail = z.object({ channel: z.literal('email'), email, receipt })

const inOurLanguage = z.object({ language: z.enum(['', 'en', 'es']) })
const inOtherLanguage = z.object({ language: z.literal('other'), otherLanguage })

/**
 * The only judge of a form. It reads the answers as typed and returns what the clinic gets.
 *
 * Answers of a branch that was not chosen are left out: without `:has()` a browser shows and sends all of them.
 */
export const inquirySchema = question
  .and(z.discriminatedUnion('channel', [byPhone, byEmail], because('channel-missing')))
  .and(z.discriminatedUnion('language', [inOurLanguage, inOtherLanguage], because('language-unknown')))
  .transform((answers): Inquiry => {
    const { about, topics, name, message } = answers
    return { about, topics, name, message, ...reachFrom(answers), language: languageFrom(answers) }
  })

/** What a visitor sends the clinic. Plain JSON, so it can be sealed and stored as it is. */
export type Inquiry = {
  about: 'me' | 'someone' | 'professional'
  topics: ('safety' | 'what-happens' | 'cost' | 'helping-someone' | 'something-else')[]
  name: string
  channel: 'phone' | 'email'
  phone?: {
    typed: string
    e164: string
    voicemail: 'yes' | 'no'
    otherAnswers?: 'personal-call' | 'hang-up'
    times: ('morning' | 'afternoon' | 'evening')[]
  }
  email?: string
  language: { choice: 'en' | 'es' | 'other'; other?: string }
  message: string
  receipt: boolean
}

type Reach = z.output<typeof byPhone> | z.output<typeof byEmail>
type Language = z.output<typeof inOurLanguage> | z.output<typeof inOtherLanguage>

function reachFrom(reach: Reach): Pick<Inquiry, 'channel' | 'phone' | 'email' | 'receipt'> {
  if (reach.channel === 'email') return { channel: 'email', email: reach.email, receipt: reach.receipt }

  const { phone, voicemail, otherAnswers, times } = reach
  return {
    channel: 'phone',
    receipt: false,
    phone: { ...phone, voicemail, times, ...(otherAnswers && { otherAnswers }) },
  }
}

function languageFrom(answers: Language): Inquiry['language'] {
  if (answers.language === 'other') return { choice: 'other', other: answers.otherLanguage }
  return { choice: answers.language || 'en' }
}
