import { Link } from '@react-email/link'
import { render } from '@react-email/render'
import { Text } from '@react-email/text'
import { createElement as element } from 'react'
import { EmailFrame } from './email-frame.ts'
import { palette } from './palette.ts'

type Notice = { subject: string; lines: string[]; link?: { label: string; url: string } }

const plain = { margin: '0 0 8px', fontSize: 17, lineHeight: '26px' }

/** A few plain lines and at most one link, for mails that are written outside a request. */
export async function renderNotice({
  subject,
  lines,
  link,
}: Notice): Promise<{ subject: string; html: string; text: string }> {
  const children = [
    ...lines.map((line, place) => element(Text, { key: place, style: plain }, line)),
    ...(link ? [element(Text, { key: 'link', style: plain }, linkTo(link))] : []),
  ]
  const html = await render(element(EmailFrame, { title: subject, preview: subject }, ...children))
  const text = [...lines, ...(link ? [`${link.label}: ${link.url}`] : []), ''].join('\n')
  return { subject, html, text }
}

function linkTo({ label, url }: NonNullable<Notice['link']>) {
  return element(Link, { href: url, style: { color: palette.link, textDecoration: 'underline' } }, label)
}
