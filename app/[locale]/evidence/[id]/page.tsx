import { notFound } from 'next/navigation'
import { StudyArticle } from '#components/evidence/study-article.tsx'
import { Frame } from '#components/frame/frame.tsx'
import { findStudy, studies } from '#lib/evidence/library.ts'
import { type Locale, messagesFor } from '#lib/locale.ts'
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

  return (
    <Frame locale={locale} path={`/evidence/${study.id}`}>
      <StudyArticle locale={locale} study={study} />
    </Frame>
  )
}

async function citableStudy(params: Props['params']) {
  return findStudy((await params).id) ?? notFound()
}
