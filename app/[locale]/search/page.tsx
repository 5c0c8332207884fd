import { PageHeader } from '#components/article/page-header.tsx'
import { Frame } from '#components/frame/frame.tsx'
import { CrisisCard } from '#components/search/crisis-card.tsx'
import { NoResult } from '#components/search/no-result.tsx'
import { ResultList } from '#components/search/result-list.tsx'
import { SearchForm } from '#components/search/search-form.tsx'
import { SearchIdeas } from '#components/search/search-ideas.tsx'
import { type Locale, messagesFor } from '#lib/locale.ts'
import { soundsLikeCrisis } from '#lib/search/crisis.ts'
import { search } from '#lib/search/library.ts'
import { metadataFor } from '#lib/seo/metadata.ts'

const path = '/search'

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<{ q?: string | string[] }> }

/** The title never names what was looked for: titles stay in a browser's history. */
export async function generateMetadata({ params }: Props) {
  const { locale } = await params
  return { ...metadataFor({ locale, path, ...messagesFor(locale).search }), robots: { index: false } }
}

export default async function SearchPage({ params, searchParams }: Props) {
  const { locale } = await params
  const words = messagesFor(locale).search
  const query = await typedQuery(searchParams)
  const results = search(locale, query)

  return (
    <Frame locale={locale} path={path}>
      <div className="max-w-measure flex flex-col gap-8">
        <PageHeader title={words.title} lead={words.lead} />
        <div className="flex flex-col gap-2">
          <SearchForm locale={locale} query={query} />
          <p className="text-sm text-ink-2">{words.privacy}</p>
        </div>
        {soundsLikeCrisis(query) && <CrisisCard locale={locale} />}
        {results.length > 0 && <ResultList locale={locale} query={query} results={results} />}
        {query && results.length === 0 && <NoResult locale={locale} query={query} />}
        {results.length === 0 && <SearchIdeas locale={locale} />}
      </div>
    </Frame>
  )
}

async function typedQuery(searchParams: Props['searchParams']): Promise<string> {
  const { q = '' } = await searchParams
  return (Array.isArray(q) ? (q[0] ?? '') : q).trim()
}
