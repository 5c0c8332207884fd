import type { Inquiry } from '#lib/inquiries/schema.ts'

export type ReachLine = { text: string; link?: { label: string; href: string }; isWarning?: boolean }

const timeNames = { morning: 'mornings', afternoon: 'afternoons', evening: 'evenings' }
const languageNames = { en: 'English', es: 'Español' }

const otherAnswers = {
  'personal-call': 'If someone else answers: say it is a personal call, and try later.',
  'hang-up': 'If someone else answers: hang up.',
  'not-given': 'If someone else answers: they did not say what to do. Say nothing about the clinic, and try later.',
}

/** How it is safe to reach the person: the first thing staff read, because a voicemail can put someone in danger. */
export function reachLines({ about, channel, phone, email, language }: Inquiry): ReachLine[] {
  return [
    ...(channel === 'phone' && phone ? phoneLines(phone) : []),
    ...(channel === 'email' && email ? emailLines(email) : []),
    { text: `Language: ${language.choice === 'other' ? language.other : languageNames[language.choice]}.` },
    ...(about === 'me' ? [] : [{ text: 'Never tell them if anybody is a patient here.', isWarning: true }]),
  ]
}

function phoneLines({ typed, e164, voicemail, otherAnswers: instruction, times }: NonNullable<Inquiry['phone']>) {
  const goodTimes = times.map((time) => timeNames[time]).join(', ')
  return [
    { text: 'Phone call only:', link: { label: typed, href: `tel:${e164}` } },
    voicemail === 'no'
      ? { text: 'Do NOT leave a voicemail.', isWarning: true }
      : { text: 'You may leave a voicemail. Say only your first name and a number.' },
    { text: otherAnswers[instruction ?? 'not-given'] },
    { text: `Good times: ${goodTimes || 'not given'}.` },
  ] satisfies ReachLine[]
}

function emailLines(email: string) {
  return [
    { text: 'E-mail only:', link: { label: email, href: `mailto:${email}` } },
    {
      text: 'Someone else may read their inbox. Do not mention treatment, least of all in the subject.',
      isWarning: true,
    },
    { text: 'If you answer this e-mail, delete the quoted text first.' },
  ] satisfies ReachLine[]
}
