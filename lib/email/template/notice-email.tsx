import { Section } from '@react-email/section'
import { Text } from '@react-email/text'
import { EmailFrame } from './email-frame.ts'
import { palette } from './palette.ts'

export type NoticeEmailProps = { reference: string; received: string }

const plain = { margin: '0 0 8px', fontSize: 17, lineHeight: '26px' }

/** Says that an inquiry came and nothing about it, for a mail service that may not carry it. */
export function NoticeEmail({ reference, received }: NoticeEmailProps) {
  return (
    <EmailFrame title={`New message ${reference}`} preview="Open it to read it.">
      <Section style={{ border: `1px solid ${palette.line}`, backgroundColor: palette.card, padding: '16px 20px' }}>
        <Text style={plain}>Received {received}.</Text>
        <Text style={plain}>Open it with:</Text>
        <Text style={{ ...plain, fontFamily: 'monospace', fontWeight: 700 }}>{openCommand(reference)}</Text>
      </Section>
    </EmailFrame>
  )
}

export function openCommand(reference: string): string {
  return `npm run inquiries -- show ${reference}`
}

export const previewProps = {
  notice: { reference: 'KW-7F3K2', received: 'November 22, 2026 at 3:04 PM UTC' },
} satisfies Record<string, NoticeEmailProps>
