import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Locale, locales, pathFor } from '#lib/locale.ts'
import { GENERATED } from './generated.ts'
import { type Article, articlesIn, findArticle } from './library.ts'
import { neighborsOf } from './reading-order.ts'

const FILE = 'library/standing.json'

/**
 * A hash of what the page of one article is made from, besides what every page is made from.
 *
 * A page that shows more of other articles than this must add it here; a test finds every file that could.
 */
export function ingredientsOf(article: Article): string {
  const { locale, slug } = article
  const text = readFileSync(join(process.cwd(), 'content', locale, 'articles', `${slug}.mdx`))
  const languages = locales.filter((other) => findArticle(other, slug))
  return createHash('sha256')
    .update(JSON.stringify([languages, neighborsOf(article)]))
    .update(text)
    .digest('base64url')
}

/** Says which articles have a finished page from the last build that is as good as a new one, by their address. */
export function writeStanding(paths: string[], root = process.cwd()): void {
  const file = join(root, GENERATED, FILE)
  writeFileSync(`${file}.new`, JSON.stringify(paths))
  renameSync(`${file}.new`, file)
}

/** Those addresses; none unless `npm run build` has said so since the content was compiled. */
export function readStanding(root = process.cwd()): string[] {
  const file = join(root, GENERATED, FILE)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
}

/** The articles of a language that Next must render. */
export function articlesToRender(locale: string): Article[] {
  const standing = new Set(readStanding())
  return articlesIn(locale).filter((article) => !standing.has(publicPathOf(article)))
}

export const publicPathOf = ({ locale, path }: Article): string => pathFor(locale as Locale, path)
