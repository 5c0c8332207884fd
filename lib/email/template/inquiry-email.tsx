import { render } from '@react-email/render'
import { receivedTimeText } from '#lib/inquiries/received-time.ts'
import type { Inquiry } from '#lib/inquiries/schema.ts'
import { FullEmail } from './full-email.tsx'
import { type Due, dueInSubject, dueSentence } from './inbox-words.ts'
import { NoticeEmail } from './notice-email.tsx'
import { fullText, noticeText } from './plain-text.ts'

type InquiryToRender = {
  inquiry: Inquiry
  reference: string
  receivedAt: number
  mode: 'full' | 'notice'
  clinic: { name: string; isOpen: boolean }
  siteOrigin: string
  /** The page where staff read inquiries. */
  inboxUrl: string
  due?: Due | undefined
}

type RenderedEmail = { subject: string; html: string; text: string; replyTo?: string }

/** The e-mail the clinic gets about one inquiry. The subject names nobody and no treatment: it shows on locked phones. */
export async function renderInquiryEmail({ mode, ...given }: InquiryToRender): Promise<RenderedEmail> {
  const { inquiry, reference, receivedAt, clinic, siteOrigin, inboxUrl } = given
  const subject = `New message ${reference}${dueInSubject(given.due)}`
  const due = dueSentence(given.due)
  const url = `${inboxUrl}/inquiries/${reference}`
  const received = receivedTimeText(receivedAt, null, 'en')

  if (mode === 'notice') {
    const notice = { reference, received, due, url }
    return { subject, html: await render(<NoticeEmail {...notice} />), text: noticeText(notice) }
  }

  const full = { inquiry, reference, received, due, url, isOpen: clinic.isOpen, siteOrigin }
  const replyTo = inquiry.email && { replyTo: inquiry.email }
  return { subject, html: await render(<FullEmail {...full} />), text: fullText(full), ...replyTo }
}
