import { Hr } from '@react-email/hr'
import { Link } from '@react-email/link'
import { Section } from '@react-email/section'
import { Text } from '@react-email/text'
import { createElement, Fragment, type ReactNode } from 'react'
import { form } from '#content/en/form.ts'
import type { Inquiry } from '#lib/inquiries/schema.ts'
import { EmailFrame } from './email-frame.ts'
import { OPEN_IT } from './inbox-words.ts'
import { palette } from './palette.ts'
import { type ReachLine, reachLines } from './reach-lines.ts'

export type FullEmailProps = {
  inquiry: Inquiry
  reference: string
  received: string
  /** By when to answer, in words. */
  due?: string | undefined
  /** Its page in the inbox. */
  url: string
  isOpen: boolean
  siteOrigin: string
}

const plain = { margin: '0 0 8px', fontSize: 17, lineHeight: '26px' }
const label = { ...plain, margin: '16px 0 0', color: palette.softInk, fontSize: 15 }

/** The whole inquiry, led by how it is safe to reach the person. */
export function FullEmail({ inquiry, reference, received, due, url, isOpen, siteOrigin }: FullEmailProps) {
  const { about, topics, name, message } = inquiry

  return (
    <EmailFrame title={`New message ${reference}`} preview="Read how to reach them before you do anything.">
      <Section style={{ border: `3px solid ${palette.warning}`, backgroundColor: palette.card, padding: '16px 20px' }}>
        <Text style={{ ...plain, fontWeight: 700, fontSize: 20 }}>How it is safe to reach them</Text>
        {reachLines(inquiry).map((line) => (
          <ReachText key={line.text} {...line} />
        ))}
      </Section>

      <Answer label="Name" text={name} />
      <Answer label="About" text={form.fields.about.options[about]} />
      <Answer label="Wants to know" text={topics.map((topic) => form.fields.topics.options[topic]).join(', ')} />
      <Answer label="Message" text={message} />

      <Hr style={{ borderColor: palette.line, margin: '24px 0' }} />
      <Text style={plain}>
        Reference {reference}. Received {received}.
      </Text>
      {due && <Text style={{ ...plain, fontWeight: 700 }}>{due}</Text>}
      <Text style={plain}>{WHAT_TO_DO}</Text>
      <Text style={plain}>
        <Link href={url} style={{ color: palette.link, textDecoration: 'underline' }}>
          {OPEN_IT}
        </Link>
        , to write down what happened.
      </Text>
      <Text style={{ ...plain, color: palette.softInk, fontSize: 15 }}>{originText(siteOrigin, isOpen)}</Text>
    </EmailFrame>
  )
}

export const WHAT_TO_DO = 'Reach them only in the way shown at the top. If they call, ask for the reference.'

export function originText(siteOrigin: string, isOpen: boolean): string {
  return `Sent with the contact form at ${siteOrigin}.${isOpen ? '' : ' The site is a preview, not open to patients.'}`
}

function ReachText({ text, link, isWarning = false }: ReachLine) {
  const weight = isWarning || link ? 700 : 400
  return (
    <Text style={{ ...plain, fontWeight: weight, color: isWarning ? palette.warning : palette.ink }}>
      {text}
      {link && (
        <>
          {' '}
          <Link href={link.href} style={{ color: palette.link, fontSize: 20, textDecoration: 'underline' }}>
            {link.label}
          </Link>
        </>
      )}
    </Text>
  )
}

function Answer({ label: title, text }: { label: string; text: string }) {
  return (
    <>
      <Text style={label}>{title}</Text>
      <Text style={{ ...plain, whiteSpace: 'pre-wrap' }}>{text ? withLineBreaks(text) : 'Not given'}</Text>
    </>
  )
}

// Some mail programs drop `white-space`, so each line also ends in a real break.
function withLineBreaks(text: string) {
  const parts: ReactNode[] = []
  for (const line of text.split('\n')) parts.push(line, createElement('br'))
  return createElement(Fragment, null, ...parts)
}

export const previewProps = {
  phone: {
    inquiry: {
      about: 'someone',
      topics: ['safety', 'helping-someone'],
      name: 'Sam',
      channel: 'phone',
      phone: {
        typed: '(305) 555-0134',
        e164: '+13055550134',
        voicemail: 'no',
        otherAnswers: 'hang-up',
        times: ['morning'],
      },
      language: { choice: 'es' },
      message: 'Can I come with my brother?\nWhat does it cost?',
      receipt: false,
    },
    reference: 'KW-7F3K2',
    received: 'November 22, 2026 at 3:04 PM UTC',
    due: 'Answer by Mon, Nov 23, 2:00 PM EST.',
    url: 'https://inbox.clinic.example/staff/inquiries/KW-7F3K2',
    isOpen: false,
    siteOrigin: 'https://clinic.example',
  },
  email: {
    inquiry: {
      about: 'me',
      topics: [],
      name: 'Ana',
      channel: 'email',
      email: 'ana@example.com',
      language: { choice: 'other', other: 'Kreyòl' },
      message: '',
      receipt: false,
    },
    reference: 'KW-2M9QX',
    received: 'November 22, 2026 at 3:04 PM UTC',
    due: 'Answer by Mon, Nov 23, 2:00 PM EST.',
    url: 'https://inbox.clinic.example/staff/inquiries/KW-7F3K2',
    isOpen: true,
    siteOrigin: 'https://clinic.example',
  },
} satisfies Record<string, FullEmailProps>
