import { bodyOf } from '#lib/articles/body.ts'
import type { Article, Page } from '#lib/articles/library.ts'
import { markupOf } from '#lib/articles/markup.ts'
import type { Locale } from '#lib/locale.ts'
import { mdxComponentsFor } from './mdx-components.tsx'

/** The words of an article or a page, as its author wrote them. */
export function Prose({ locale, page }: { locale: Locale; page: Article | Page }) {
  const Body = bodyOf(page)
  const markup = markupOf(<Body components={mdxComponentsFor({ locale, citations: page.citations })} />)
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React wrote it, from our own content.
  return <div className="prose" dangerouslySetInnerHTML={{ __html: markup }} />
}
