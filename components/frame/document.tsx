import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import type { Locale } from '#lib/locale.ts'

/** The dot of a result, as every figure draws it. */
const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 2 2'%3E%3Ccircle cx='1' cy='1' r='1' fill='%230f5e63'/%3E%3C/svg%3E"

/** The icon rides inside the page, so no page asks for /favicon.ico. No other site learns where its reader came from. */
export const documentMetadata: Metadata = { icons: { icon }, referrer: 'no-referrer' }
export const documentViewport: Viewport = { themeColor: '#1b2a2f', colorScheme: 'light dark' }

export function Document({ locale, children }: { locale: Locale; children: ReactNode }) {
  return (
    <html lang={locale}>
      <body>{children}</body>
    </html>
  )
}
