import { PageHeader } from '#components/article/page-header.tsx'
import { Breadcrumbs } from '#components/frame/breadcrumbs.tsx'
import { Frame } from '#components/frame/frame.tsx'
import { JsonLd } from '#components/frame/json-ld.tsx'
import { TermList } from '#components/glossary/term-list.tsx'
import { glossaryIn } from '#lib/articles/glossary.ts'
import { type Locale, messagesFor } from '#lib/locale.ts'
import { breadcrumbListOf } from '#lib/seo/breadcrumb-list.ts'
import { metadataFor } from '#lib/seo/metadata.ts'

const path = '/glossary'

type Props = { params: Promise<{ locale: Locale }> }

export async function generateMetadata({ params }: Props) {
  const { locale } = await params
  return metadataFor({ locale, path, ...messagesFor(locale).glossary })
}

export default async function GlossaryPage({ params }: Props) {
  const { locale } = await params
  const words = messagesFor(locale).glossary
  const terms = glossaryIn(locale)
  const isReviewed = terms.every(({ reviewedBy }) => reviewedBy !== null)

  return (
    <Frame locale={locale} path={path}>
      <Breadcrumbs locale={locale} />
      <div className="max-w-measure flex flex-col gap-8">
        <PageHeader title={words.title} lead={words.lead} />
        {!isReviewed && <p className="text-sm text-ink-2">{words.notReviewed}</p>}
        <TermList locale={locale} terms={terms} />
      </div>
      <JsonLd things={[breadcrumbListOf(locale, [{ path, label: words.title }])]} />
    </Frame>
  )
}
