import { ArticleList } from '#components/article/article-list.tsx'
import { EvidenceInvitation } from '#components/article/evidence-invitation.tsx'
import { PageHeader } from '#components/article/page-header.tsx'
import { Breadcrumbs } from '#components/frame/breadcrumbs.tsx'
import { Frame } from '#components/frame/frame.tsx'
import { articlesIn } from '#lib/articles/library.ts'
import { type Locale, messagesFor } from '#lib/locale.ts'
import { metadataFor } from '#lib/seo/metadata.ts'

const path = '/articles'

type Props = { params: Promise<{ locale: Locale }> }

export async function generateMetadata({ params }: Props) {
  const { locale } = await params
  return metadataFor({ locale, path, ...messagesFor(locale).articles })
}

export default async function ArticlesPage({ params }: Props) {
  const { locale } = await params
  const words = messagesFor(locale).articles

  return (
    <Frame locale={locale} path={path}>
      <Breadcrumbs locale={locale} here={{ path, label: words.title }} />
      <div className="max-w-measure flex flex-col gap-12">
        <PageHeader title={words.title} lead={words.lead} />
        <EvidenceInvitation locale={locale} />
        <ArticleList locale={locale} articles={articlesIn(locale)} />
      </div>
    </Frame>
  )
}
