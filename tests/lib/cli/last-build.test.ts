import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { forgetLastBuild, readLastBuild, standingArticles, writeLastBuild } from '#lib/cli/last-build.ts'
import { makeFolder } from '#tests/support/folder.ts'

const last = { site: 'a', shared: 'b', articles: { '/articles/one': '1', '/articles/two': '2' } }

let folder = ''
beforeEach(() => {
  folder = makeFolder()
  mkdirSync(join(folder, '.next/site/articles'), { recursive: true })
  for (const page of ['one', 'two']) {
    for (const form of ['', '.br', '.gz']) writeFileSync(join(folder, `.next/site/articles/${page}.html${form}`), page)
  }
})

test('pages stand whose ingredients are those of the last build', () => {
  expect(standingArticles(folder, last, last)).toEqual(['/articles/one', '/articles/two'])
  expect(
    standingArticles(folder, last, { ...last, articles: { '/articles/one': 'new', '/articles/two': '2' } }),
  ).toEqual(['/articles/two'])
})

test('none stands when anything that all share has changed, or nothing is known of the last build', () => {
  expect(standingArticles(folder, last, { ...last, shared: 'new' })).toEqual([])
  expect(standingArticles(folder, undefined, last)).toEqual([])
})

test.each(['.br', '.gz', ''])('none stands without its file %s', (form) => {
  rmSync(join(folder, `.next/site/articles/one.html${form}`))
  expect(standingArticles(folder, last, last)).toEqual(['/articles/two'])
})

test('a finished build is remembered until the next begins', async () => {
  await writeLastBuild(folder, last)
  expect(await readLastBuild(folder)).toEqual(last)
  await forgetLastBuild(folder)
  expect(await readLastBuild(folder)).toBeUndefined()
})

test('a note that was cut off is no note', async () => {
  writeFileSync(join(folder, '.next/last-build.json'), '{"site":"a","sha')
  expect(await readLastBuild(folder)).toBeUndefined()
})
