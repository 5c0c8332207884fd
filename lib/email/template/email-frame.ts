import { Body } from '@react-email/body'
import { Container } from '@react-email/container'
import { Head } from '@react-email/head'
import { Heading } from '@react-email/heading'
import { Html } from '@react-email/html'
import { Preview } from '@react-email/preview'
import { createElement as element, type ReactNode } from 'react'
import { palette } from './palette.ts'

type Props = { title: string; preview: string; children?: ReactNode }

const page = { margin: 0, padding: '24px 12px', backgroundColor: palette.paper, fontFamily: 'Arial, sans-serif' }
const column = { maxWidth: 600, margin: '0 auto', color: palette.ink, fontSize: 17, lineHeight: '26px' }
const heading = { margin: '0 0 16px', fontSize: 24, lineHeight: '30px' }

/**
 * `preview` is what a locked phone shows beside the subject, so it never says more than the subject does.
 *
 * Without JSX, because mails that no visitor causes are written by plain Node.
 */
export function EmailFrame({ title, preview, children }: Props) {
  return element(
    Html,
    { lang: 'en' },
    element(Head, null, element('meta', { name: 'color-scheme', content: 'light' }), element('title', null, title)),
    element(Preview, null, preview),
    element(
      Body,
      { style: page },
      element(Container, { style: column }, element(Heading, { as: 'h1', style: heading }, title), children),
    ),
  )
}
