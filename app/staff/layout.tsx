import '#app/globals.css'
import type { ReactNode } from 'react'
import { Document, documentMetadata, documentViewport } from '#components/frame/document.tsx'

// A page made ahead of time would be a file for everybody.
export const dynamic = 'force-dynamic'
export const metadata = { ...documentMetadata, robots: { index: false, follow: false } }
export const viewport = documentViewport

export default function StaffLayout({ children }: { children: ReactNode }) {
  return <Document locale="en">{children}</Document>
}
