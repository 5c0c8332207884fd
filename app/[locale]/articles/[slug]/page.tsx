import { notFound } from 'next/navigation'
import { FurtherHelp } from '#components/article/further-help.tsx'
import { KeyPoints } from '#components/article/key-points.tsx'
import { mdxComponentsFor } from '#components/article/mdx-components.tsx'
import { MoreArticles } from '#components/article/more-articles.tsx'
import { NextStep } from '#components/article/next-step.tsx'
import { PageHeader } from '#components/article/page-header.tsx'
import { Reading } from '#components/article/reading.tsx'
import { ReferenceList } from '#components/article/reference-list.tsx'
import { ReviewPanel } from '#components/article/review-panel.tsx'
import { Breadcrumbs } from '#components/frame/breadcrumbs.tsx'
import { Frame } from '#components/frame/frame.tsx'
import { JsonLd } from '#components/frame/json-ld.tsx'
import { bodyOf } from '#lib/articles/body.ts'
import { findArticle } from '#lib/articles/library.ts'
import { articlesToRender } from '#lib/articles/standing.ts'
import { type Locale, messagesFor } from '#lib/locale.ts'
import { breadcrumbListOf } from '#lib/seo/breadcrumb-list.ts'
import { faqPagesOf } from '#lib/seo/faq-page.ts'
import { medicalWebPageOf } from '#lib/seo/medical-web-page.ts'
import { metadataFor } from '#lib/seo/metadata.ts'

type Props = { params: Promise<{ locale: Locale; slug: string }> }

export const dynamicParams = false

export function generateStaticParams({ params }: { params: { locale: string } }) {
  return articlesToRender(params.locale).map(({ slug }) => ({ slug }))
}

export async function generateMetadata({ params }: Props) {
  const { locale, slug } = await params
  return metadataFor({ ...(findArticle(locale, slug) ?? notFound()), locale })
}

export default async function ArticlePage({ params }: Props) {
  const { locale, slug } = await params
  const article = findArticle(locale, slug) ?? notFound()
  const words = messagesFor(locale).article
  const Body = bodyOf(article)
  const above = [
    { path: '/articles', label: messagesFor(locale).articles.crumb },
    { path: `/articles#${article.topic}`, label: words.topics[article.topic] },
  ]

  return (
    <Frame locale={locale} path={article.path}>
      <Breadcrumbs locale={locale} above={above} />
      <Reading
        locale={locale}
        sections={article.headings}
        opening={
          <>
            <PageHeader title={article.title} lead={article.mainMessage} />
            <KeyPoints title={words.keyPoints} points={article.keyPoints} />
          </>
        }
      >
        <div className="prose">
          <Body components={mdxComponentsFor({ locale, citations: article.citations })} />
        </div>
        <FurtherHelp title={words.furtherHelp} help={article.furtherHelp} />
        <NextStep locale={locale} />
        <ReferenceList locale={locale} citations={article.citations} />
        <ReviewPanel locale={locale} page={article} />
        <MoreArticles locale={locale} article={article} />
      </Reading>
      <JsonLd
        things={[
          medicalWebPageOf(locale, article),
          ...faqPagesOf(article.questions),
          breadcrumbListOf(locale, [...above, { path: article.path, label: article.title }]),
        ]}
      />
    </Frame>
  )
}
