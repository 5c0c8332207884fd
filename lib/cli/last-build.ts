import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Article } from '#lib/articles/library.ts'
import { ingredientsOf, publicPathOf } from '#lib/articles/standing.ts'
import { siteFileOf } from '#lib/server/build-adapter.ts'
import { SITE_FOLDER } from '#lib/server/site-folder.ts'

const FILE = '.next/last-build.json'

/** What a finished build was made from: all of it, what every page shares, and what is each article's own, by address. */
type Build = { site: string; shared: string; articles: Record<string, string> }

export async function readLastBuild(projectFolder: string): Promise<Build | undefined> {
  const text = await readFile(join(projectFolder, FILE), 'utf8').catch(() => '')
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export async function writeLastBuild(projectFolder: string, build: Build): Promise<void> {
  await writeFile(join(projectFolder, FILE), JSON.stringify(build))
}

/** Until the next build is finished there is none: one that is stopped half-way must not be taken for it. */
export async function forgetLastBuild(projectFolder: string): Promise<void> {
  await rm(join(projectFolder, FILE), { force: true })
}

export function ingredientsOfEach(articles: Article[]): Build['articles'] {
  return Object.fromEntries(articles.map((article) => [publicPathOf(article), ingredientsOf(article)]))
}

/** The articles whose finished page needs no rendering: the same ingredients, and all its files are there. */
export function standingArticles(projectFolder: string, last: Build | undefined, now: Omit<Build, 'site'>): string[] {
  if (last?.shared !== now.shared) return []
  const known = last.articles
  return Object.keys(now.articles).filter((path) => known[path] === now.articles[path] && isFinished(path))

  function isFinished(path: string): boolean {
    const page = join(projectFolder, SITE_FOLDER, siteFileOf(path))
    return ['', '.br', '.gz'].every((form) => existsSync(`${page}${form}`))
  }
}
