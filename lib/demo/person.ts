import type { Inquiry } from '#lib/inquiries/schema.ts'

/** Numbers from 555-0100 to 555-0199 are kept free for stories, and example.com belongs to nobody. */
const FIRST_FREE_NUMBER = 100
const FREE_NUMBERS = 100

type Phone = NonNullable<Inquiry['phone']>
type Words = Partial<Pick<Inquiry, 'about' | 'topics' | 'language' | 'receipt'>> & { message: string }

/** Somebody invented who wants to be called. Name and message say that nobody wrote this. */
export function caller(first: string, line: number, given: Words & Partial<Omit<Phone, 'typed' | 'e164'>>): Inquiry {
  const { voicemail = 'yes', otherAnswers, times = [], ...words } = given
  const last = `555-0${FIRST_FREE_NUMBER + (line % FREE_NUMBERS)}`
  return {
    ...invented(first, words),
    channel: 'phone',
    phone: {
      typed: `(305) ${last}`,
      e164: `+1305${last.replace('-', '')}`,
      voicemail,
      times,
      ...(otherAnswers && { otherAnswers }),
    },
  }
}

/** Somebody invented who wants an e-mail. */
export function writer(first: string, words: Words): Inquiry {
  return { ...invented(first, words), channel: 'email', email: `demo.${first.toLowerCase()}@example.com` }
}

function invented(first: string, { message, ...words }: Words): Omit<Inquiry, 'channel'> {
  return {
    about: 'me',
    topics: [],
    language: { choice: 'en' },
    receipt: false,
    ...words,
    name: `DEMO ${first} Invented`,
    message: message && `DEMO, nobody wrote this. ${message}`,
  }
}
