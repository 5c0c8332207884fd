import '#app/globals.css'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { Document, documentMetadata, documentViewport } from '#components/frame/document.tsx'
import { isLocale, locales } from '#lib/locale.ts'

export const dynamicParams = false
export const metadata = documentMetadata
export const viewport = documentViewport

export function generateStaticParams() {
  return locales.map((locale) => ({ locale }))
}

type Props = { children: ReactNode; params: Promise<{ locale: string }> }

export default async function LocaleLayout({ children, params }: Props) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  return <Document locale={locale}>{children}</Document>
}
