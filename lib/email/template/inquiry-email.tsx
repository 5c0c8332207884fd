import type { Inquiry } from '#lib/inquiries/schema.ts'

type InquiryEmail = {
  inquiry: Inquiry
  reference: string
  receivedAt: number
  mode: 'full' | 'notice'
  clinic: { name: string; isOpen: boolean }
  siteOrigin: string
}

/** PLACEHOLDER until the form's template is merged: same signature, plain text only. */
export async function renderInquiryEmail({ inquiry, reference, mode }: InquiryEmail) {
  const subject = `New website inquiry ${reference}`
  if (mode === 'notice') return { subject, html: `<p>${subject}</p>`, text: subject }

  const text = [subject, inquiry.name, inquiry.phone?.e164 ?? inquiry.email ?? '', inquiry.message].join('\n')
  const html = `<pre>${text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)}</pre>`
  return { subject, html, text, ...(inquiry.email && { replyTo: inquiry.email }) }
}
