import '#app/globals.css'
import { PageHeader } from '#components/article/page-header.tsx'
import { Document, documentMetadata, documentViewport } from '#components/frame/document.tsx'
import { Frame } from '#components/frame/frame.tsx'
import { WayOn } from '#components/frame/way-on.tsx'
import { clinic } from '#lib/clinic.ts'
import { messagesFor } from '#lib/locale.ts'

const locale = 'en'
const words = messagesFor(locale).notFound

export const viewport = documentViewport

export function generateMetadata() {
  return { ...documentMetadata, title: `${words.title} – ${clinic().shortName}` }
}

export default function NotFoundPage() {
  return (
    <Document locale={locale}>
      <Frame locale={locale} path="/not-found">
        <div className="max-w-measure flex flex-col gap-6">
          <PageHeader title={words.title} lead={words.lead} />
          <WayOn locale={locale} title={words.goTitle} />
        </div>
      </Frame>
    </Document>
  )
}
