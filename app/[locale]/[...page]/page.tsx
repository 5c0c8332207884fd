import { notFound } from 'next/navigation'
import { mdxComponentsFor } from '#components/article/mdx-components.tsx'
import { PageHeader } from '#components/article/page-header.tsx'
import { Reading } from '#components/article/reading.tsx'
import { ReferenceList } from '#components/article/reference-list.tsx'
import { ReviewPanel } from '#components/article/review-panel.tsx'
import { Breadcrumbs } from '#components/frame/breadcrumbs.tsx'
import { Frame } from '#components/frame/frame.tsx'
import { JsonLd } from '#components/frame/json-ld.tsx'
import { bodyOf } from '#lib/articles/body.ts'
import { findPage, pagesIn } from '#lib/articles/library.ts'
import type { Locale } from '#lib/locale.ts'
import { breadcrumbListOf } from '#lib/seo/breadcrumb-list.ts'
import { faqPagesOf } from '#lib/seo/faq-page.ts'
import { medicalWebPageOf } from '#lib/seo/medical-web-page.ts'
import { metadataFor } from '#lib/seo/metadata.ts'

type Props = { params: Promise<{ locale: Locale; page: string[] }> }

export const dynamicParams = false

export function generateStaticParams({ params }: { params: { locale: string } }) {
  return pagesIn(params.locale).map(({ slug }) => ({ page: slug.split('/') }))
}

export async function generateMetadata({ params }: Props) {
  const { locale } = await params
  return metadataFor({ ...(await standingPage(params)), locale })
}

export default async function StandingPage({ params }: Props) {
  const { locale } = await params
  const page = await standingPage(params)
  const Body = bodyOf(page)

  return (
    <Frame locale={locale} path={page.path}>
      <Breadcrumbs locale={locale} />
      <Reading
        locale={locale}
        sections={page.headings}
        opening={<PageHeader title={page.title} lead={page.mainMessage} />}
      >
        <div className="prose">
          <Body components={mdxComponentsFor({ locale, citations: page.citations })} />
        </div>
        <ReferenceList locale={locale} citations={page.citations} />
        <ReviewPanel locale={locale} page={page} />
      </Reading>
      <JsonLd
        things={[
          medicalWebPageOf(locale, page),
          ...faqPagesOf(page.questions),
          breadcrumbListOf(locale, [{ path: page.path, label: page.title }]),
        ]}
      />
    </Frame>
  )
}

async function standingPage(params: Props['params']) {
  const { locale, page } = await params
  return findPage(locale, page.join('/')) ?? notFound()
}
