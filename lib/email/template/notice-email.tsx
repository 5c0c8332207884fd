import { Link } from '@react-email/link'
import { Section } from '@react-email/section'
import { Text } from '@react-email/text'
import { EmailFrame } from './email-frame.ts'
import { OPEN_IT } from './inbox-words.ts'
import { palette } from './palette.ts'

/** `due`: by when to answer, in words. `url`: its page in the inbox. */
export type NoticeEmailProps = { reference: string; received: string; due?: string | undefined; url: string }

const plain = { margin: '0 0 8px', fontSize: 17, lineHeight: '26px' }

/** Says that an inquiry came and nothing about it, for a mail service that may not carry it. */
export function NoticeEmail({ reference, received, due, url }: NoticeEmailProps) {
  return (
    <EmailFrame title={`New message ${reference}`} preview="Open it to read it.">
      <Section style={{ border: `1px solid ${palette.line}`, backgroundColor: palette.card, padding: '16px 20px' }}>
        <Text style={plain}>Received {received}.</Text>
        {due && <Text style={{ ...plain, fontWeight: 700 }}>{due}</Text>}
        <Text style={plain}>
          <Link href={url} style={{ color: palette.link, textDecoration: 'underline' }}>
            {OPEN_IT}
          </Link>
        </Text>
      </Section>
    </EmailFrame>
  )
}

export const previewProps = {
  notice: {
    reference: 'KW-7F3K2',
    received: 'November 22, 2026 at 3:04 PM UTC',
    due: 'Answer by Mon, Nov 23, 2:00 PM EST.',
    url: 'https://inbox.clinic.example/staff/inquiries/KW-7F3K2',
  },
} satisfies Record<string, NoticeEmailProps>
