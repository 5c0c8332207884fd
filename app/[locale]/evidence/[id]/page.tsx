import { notFound } from 'next/navigation'
import { StudyArticle } from '#components/evidence/study-article.tsx'
import { Breadcrumbs } from '#components/frame/breadcrumbs.tsx'
import { Frame } from '#components/frame/frame.tsx'
import { JsonLd } from '#components/frame/json-ld.tsx'
import { findStudy, studies } from '#lib/evidence/library.ts'
import { type Locale, messagesFor } from '#lib/locale.ts'
import { breadcrumbListOf } from '#lib/seo/breadcrumb-list.ts'
import { metadataFor } from '#lib/seo/metadata.ts'

type Props = { params: Promise<{ locale: Locale; id: string }> }

export const dynamicParams = false

export function generateStaticParams() {
  return studies().flatMap(({ id, verified }) => (verified ? [{ id }] : []))
}

export async function generateMetadata({ params }: Props) {
  const { locale } = await params
  const { id, shortName } = await citableStudy(params)
  const description = messagesFor(locale).evidence.study.description.replace('{study}', shortName)
  return metadataFor({ locale, path: `/evidence/${id}`, title: shortName, description })
}

export default async function StudyPage({ params }: Props) {
  const { locale } = await params
  const study = await citableStudy(params)
  const path = `/evidence/${study.id}`
  const above = [{ path: '/evidence', label: messagesFor(locale).evidence.title }]

  return (
    <Frame locale={locale} path={path}>
      <Breadcrumbs locale={locale} above={above} />
      <StudyArticle locale={locale} study={study} />
      <JsonLd things={[breadcrumbListOf(locale, [...above, { path, label: study.shortName }])]} />
    </Frame>
  )
}

async function citableStudy(params: Props['params']) {
  return findStudy((await params).id) ?? notFound()
}
