import { render } from '@react-email/render'
import { receivedTimeText } from '#lib/inquiries/received-time.ts'
import type { Inquiry } from '#lib/inquiries/schema.ts'
import { FullEmail } from './full-email.tsx'
import { NoticeEmail } from './notice-email.tsx'
import { fullText, noticeText } from './plain-text.ts'

type InquiryToRender = {
  inquiry: Inquiry
  reference: string
  receivedAt: number
  mode: 'full' | 'notice'
  clinic: { name: string; isOpen: boolean }
  siteOrigin: string
}

type RenderedEmail = { subject: string; html: string; text: string; replyTo?: string }

/** The e-mail the clinic gets about one inquiry. The subject names nobody and no treatment: it shows on locked phones. */
export async function renderInquiryEmail({ mode, ...given }: InquiryToRender): Promise<RenderedEmail> {
  const { inquiry, reference, receivedAt, clinic, siteOrigin } = given
  const subject = `New message ${reference}`
  const received = receivedTimeText(receivedAt, null, 'en')

  if (mode === 'notice') {
    const notice = { reference, received }
    return { subject, html: await render(<NoticeEmail {...notice} />), text: noticeText(notice) }
  }

  const full = { inquiry, reference, received, isOpen: clinic.isOpen, siteOrigin }
  const replyTo = inquiry.email && { replyTo: inquiry.email }
  return { subject, html: await render(<FullEmail {...full} />), text: fullText(full), ...replyTo }
}
