import { failureText } from '#lib/email/failure-text.ts'
import type { StoredInquiry } from '#lib/inquiries/list.ts'
import type { Inquiry } from '#lib/inquiries/schema.ts'
import { indented, labelled, onOneLine, printable, timeText } from './terminal.ts'

const about = { me: 'themselves', someone: 'someone they care about', professional: 'a patient or client' }
const topics = {
  safety: 'safety',
  'what-happens': 'what happens',
  cost: 'cost',
  'helping-someone': 'helping someone',
  'something-else': 'something else',
}
const languages = { en: 'English', es: 'Spanish', other: 'another language' }
const voicemail = {
  yes: 'A voicemail may be left. Say only your first name and a number.',
  no: 'Do NOT leave a voicemail.',
}
const otherAnswers = {
  'personal-call': 'If someone else answers, say it is a personal call.',
  'hang-up': 'If someone else answers, hang up.',
}
const states = {
  held: 'held back as possible spam',
  waiting: 'waiting until fewer messages come in',
  pending: 'waiting to be sent',
  sending: 'being sent',
  sent: 'sent',
  attention: 'NEEDS ATTENTION',
}

const fates = {
  delivered: 'delivered',
  delayed: 'delayed on its way',
  bounced: 'but it BOUNCED',
  complained: 'but it was marked as SPAM',
  suppressed: 'but its address is BLOCKED',
  failed: 'but it FAILED on its way',
}

/** One inquiry as the person who calls back needs it: what is safe comes first. */
export function inquiryText(stored: StoredInquiry, inquiry: Inquiry): string {
  return [
    labelled('Reference', stored.reference),
    labelled('Received', timeText(stored.receivedAt)),
    labelled('E-mail', deliveryText(stored)),
    ...deliveryAdvice(stored).map(indented),
    '',
    'Safety',
    ...safetyLines(inquiry).map(indented),
    '',
    labelled('Name', onOneLine(inquiry.name)),
    labelled('Reach by', reachText(inquiry)),
    ...(inquiry.phone?.times.length ? [labelled('Best time', inquiry.phone.times.join(', '))] : []),
    labelled('Language', languageText(inquiry)),
    labelled('Writes for', about[inquiry.about]),
    ...(inquiry.topics.length ? [labelled('Asks about', inquiry.topics.map((topic) => topics[topic]).join(', '))] : []),
    '',
    'Message',
    indented(printable(inquiry.message) || '(none)'),
  ].join('\n')
}

export function reachText({ channel, phone, email }: Inquiry): string {
  return channel === 'phone' ? `phone ${phone?.e164 ?? '(missing)'}` : `e-mail ${onOneLine(email ?? '(missing)')}`
}

/** Where its e-mail stands, in words. */
export function deliveryText({ state, attempts, lastFailure, settledAt, fate, quarantinedAt }: StoredInquiry): string {
  if (!state) return 'none is owed'
  if (state === 'sent' && settledAt)
    return [`sent ${timeText(settledAt)}`, fate && fates[fate]].filter(Boolean).join(', ')

  const tried = attempts ? `after ${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}` : ''
  const shown = state === 'held' && quarantinedAt === null ? 'waiting' : state
  return [states[shown], tried, lastFailure && `(${lastFailure})`].filter(Boolean).join(' ')
}

/** What went wrong with its e-mail, and what to do about it; nothing when all is well. */
function deliveryAdvice({ state, lastFailure, fate }: StoredInquiry): string[] {
  const trouble = state === 'sent' ? fate && fate !== 'delivered' && fate : lastFailure
  return trouble ? [failureText(trouble)] : []
}

function safetyLines({ phone }: Inquiry): string[] {
  if (!phone) return ['Answer by e-mail only: no phone number was given. Do not mention treatment.']
  return [
    voicemail[phone.voicemail],
    phone.otherAnswers
      ? otherAnswers[phone.otherAnswers]
      : 'If someone else answers: the person did not say what to do. Say nothing about the clinic.',
  ]
}

function languageText({ language }: Inquiry): string {
  return language.choice === 'other' ? onOneLine(language.other ?? languages.other) : languages[language.choice]
}
