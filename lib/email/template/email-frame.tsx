import { Body, Container, Head, Heading, Html, Preview } from '@react-email/components'
import type { ReactNode } from 'react'
import { palette } from './palette.ts'

/** `preview` is what a locked phone shows beside the subject, so it never says more than the subject does. */
export function EmailFrame({ title, preview, children }: { title: string; preview: string; children: ReactNode }) {
  return (
    <Html lang="en">
      <Head>
        <meta name="color-scheme" content="light" />
        <title>{title}</title>
      </Head>
      <Preview>{preview}</Preview>
      <Body
        style={{ margin: 0, padding: '24px 12px', backgroundColor: palette.paper, fontFamily: 'Arial, sans-serif' }}
      >
        <Container style={{ maxWidth: 600, margin: '0 auto', color: palette.ink, fontSize: 17, lineHeight: '26px' }}>
          <Heading as="h1" style={{ margin: '0 0 16px', fontSize: 24, lineHeight: '30px' }}>
            {title}
          </Heading>
          {children}
        </Container>
      </Body>
    </Html>
  )
}
