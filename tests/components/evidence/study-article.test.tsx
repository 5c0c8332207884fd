import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { StudyArticle } from '#components/evidence/study-article.tsx'
import { findStudy, studies } from '#lib/evidence/library.ts'

const show = (id: string) => {
  const study = findStudy(id)
  if (!study) throw new Error(`No study ${id}`)
  return renderToStaticMarkup(<StudyArticle locale="en" study={study} />)
}

test('both main results of a trial are drawn, with where to read it', () => {
  const page = show('grabski-2022-kare')
  expect(page).toContain('id="figure-grabski-2022-kare-days-abstinent-title"')
  expect(page).toContain('id="figure-grabski-2022-kare-relapse-title"')
  expect(page).toMatch(/<a href="https:\/\/doi.org\/10.1176\/appi.ajp.2021.21030277">/)
})

test('a count is drawn as people of 100', () => {
  expect(show('krupitsky-1997-alcohol')).toContain('66 of 100')
})

test('a number whose unit has no plain words is told, not drawn', () => {
  const page = show('ptsd-meta-2024')
  expect(page).toContain('After a correction for bias, no effect is also possible.')
  expect(page).not.toContain('<figure')
})

test('what nobody has seen is named, never its doubtful value', () => {
  const page = show('krupitsky-1997-alcohol')
  expect(page).toMatch(/What we have not confirmed.*The dose/s)
  expect(page).not.toContain('memory')
})

test('a study that reports no harms we have seen does not read as harmless', () => {
  expect(show('krupitsky-1997-alcohol')).toContain('That does not mean there were none.')
})

test('the pages that cite it are linked', () => {
  expect(show('grabski-2022-kare')).toContain('href="/articles/can-ketamine-help-with-alcohol-addiction"')
})

describe.each(studies().filter(({ verified }) => verified))('the page of $id', ({ id }) => {
  test('stands, with one main heading and no word meant for editors', () => {
    const page = show(id)
    expect(page.match(/<h1/g)).toHaveLength(1)
    expect(page).not.toMatch(/undefined|null<|NaN|from memory/)
  })
})
