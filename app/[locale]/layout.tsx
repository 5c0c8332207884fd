import '#app/globals.css'
import type { ReactNode } from 'react'

export const dynamicParams = false

export function generateStaticParams() {
  return [{ locale: 'en' }]
}

type Props = { children: ReactNode; params: Promise<{ locale: string }> }

export default async function LocaleLayout({ children, params }: Props) {
  const { locale } = await params
  return (
    <html lang={locale}>
      <body>{children}</body>
    </html>
  )
}
