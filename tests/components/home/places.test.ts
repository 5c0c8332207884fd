import { expect, test } from 'vitest'
import { articlesIn, pagesIn } from '#lib/articles/library.ts'
import { locales, messagesFor } from '#lib/locale.ts'

const arranged = ['/', '/articles', '/contact', '/evidence', '/glossary', '/search', '/feed.xml']

test.each(locales)('every place the frame and the front page of %s lead to exists', (locale) => {
  const { frame, home } = messagesFor(locale)
  const known = [...arranged, ...articlesIn(locale).map(({ path }) => path), ...pagesIn(locale).map(({ path }) => path)]
  const { links, notices } = frame.footer
  const linked = [
    ...frame.navigation,
    ...links.flatMap(({ pages }) => pages),
    ...notices,
    home.hero.more,
    ...home.doors,
    ...home.facts,
  ].map(({ path }) => path)

  expect([...linked, '/get-help-now'].filter((path) => !known.includes(path))).toEqual([])
})

test.each(locales)('the trial on the front page of %s leads to a section that exists', (locale) => {
  const [path, section] = messagesFor(locale).home.trial.sourcePath.split('#')
  const article = articlesIn(locale).find((candidate) => candidate.path === path)
  expect(article?.headings.map(({ id }) => id)).toContain(section)
})
