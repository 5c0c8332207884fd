import { form } from '#content/en/form.ts'
import { type FullEmailProps, originText, WHAT_TO_DO } from './full-email.tsx'
import { OPEN_IT } from './inbox-words.ts'
import type { NoticeEmailProps } from './notice-email.tsx'
import { reachLines } from './reach-lines.ts'

/** The full e-mail for programs that show text. What the visitor wrote is quoted, so it cannot pass for our own words. */
export function fullText({ inquiry, reference, received, due, url, isOpen, siteOrigin }: FullEmailProps): string {
  const { about, topics, name, message } = inquiry
  const reach = reachLines(inquiry).map(({ text, link }) => `* ${text}${link ? ` ${link.label} (${link.href})` : ''}`)

  return [
    'HOW IT IS SAFE TO REACH THEM',
    ...reach,
    '',
    `Name: ${name}`,
    `About: ${form.fields.about.options[about]}`,
    `Wants to know: ${topics.map((topic) => form.fields.topics.options[topic]).join(', ') || 'Not given'}`,
    message ? `Message:\n${message.replace(/^/gm, '> ')}` : 'Message: Not given',
    '',
    `Reference ${reference}. Received ${received}.`,
    ...(due ? [due] : []),
    WHAT_TO_DO,
    `${OPEN_IT}, to write down what happened: ${url}`,
    originText(siteOrigin, isOpen),
    '',
  ].join('\n')
}

export function noticeText({ reference, received, due, url }: NoticeEmailProps): string {
  return [`New message ${reference}`, `Received ${received}.`, ...(due ? [due] : []), `${OPEN_IT}: ${url}`, ''].join(
    '\n',
  )
}
