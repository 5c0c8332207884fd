import { readGenerated } from './generated.ts'
import type { Article, Page } from './schema.ts'

export type { Article, Page }

/** Every article of a language without its body, newest first. */
export function articlesIn(locale: string): Article[] {
  return readGenerated<Article[]>('library/articles.json').filter((article) => article.locale === locale)
}

export function findArticle(locale: string, slug: string): Article | undefined {
  return articlesIn(locale).find((article) => article.slug === slug)
}

/** Every standing page of a language without its body. */
export function pagesIn(locale: string): Page[] {
  return readGenerated<Page[]>('library/pages.json').filter((page) => page.locale === locale)
}

export function findPage(locale: string, slug: string): Page | undefined {
  return pagesIn(locale).find((page) => page.slug === slug)
}
