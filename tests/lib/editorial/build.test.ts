import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { stringify } from 'yaml'
import { bodyOf } from '#lib/articles/body.ts'
import { articlesIn, findArticle, findPage, pagesIn } from '#lib/articles/library.ts'
import { clinic } from '#lib/clinic.ts'
import { buildContent } from '#lib/editorial/build.ts'
import { factOf } from '#lib/evidence/fact.ts'
import { findRecord, findSource, findStudy, resultOf, studies } from '#lib/evidence/library.ts'
import { projectWith } from '#tests/support/content-project.ts'
import { articleFields, clinicFields, mdxOf, sourceFields, studyFields, TODAY } from '#tests/support/manuscript.ts'

const { title, description, mainMessage, updatedOn, reviewedBy, reviewedOn } = articleFields
const pageFields = { title, description, mainMessage, updatedOn, reviewedBy, reviewedOn }

const content = {
  'content/clinic.yaml': stringify(clinicFields),
  'content/evidence/known-study.yaml': stringify(studyFields),
  'content/sources/known-label.yaml': stringify(sourceFields),
  'content/en/pages/safety.mdx': mdxOf(pageFields, 'Stay safe.'),
  'content/en/articles/old.mdx': mdxOf({ ...articleFields, publishedOn: '2026-01-01' }, 'Old.'),
  'content/en/articles/new.mdx': mdxOf(
    articleFields,
    '## Risks [#risks]\n\nCall <Phone number="911" />.<Cite id="known-label" />',
  ),
}

const components = {
  Phone: (props: { number: string }) => props.number,
  Cite: (props: { id: string }) => `[${props.id}]`,
}

let root = ''
beforeAll(async () => {
  root = projectWith(content)
  expect((await buildContent(root, TODAY)).kind).toBe('built')
}, 30_000)
beforeEach(() => {
  vi.spyOn(process, 'cwd').mockReturnValue(root)
})

test('articles are listed newest first, with their address, sections and citations', () => {
  expect(articlesIn('en').map(({ slug }) => slug)).toEqual(['new', 'old'])
  expect(findArticle('en', 'new')).toMatchObject({
    title: 'Can ketamine help?',
    locale: 'en',
    path: '/articles/new',
    headings: [{ id: 'risks', text: 'Risks' }],
    citations: ['known-label'],
  })
})

test('a list holds no body', () => {
  expect(readFileSync(join(root, '.contentlayer/library/articles.json'), 'utf8')).not.toContain('Call')
})

test('another language has its own articles', () => {
  expect(articlesIn('es')).toEqual([])
  expect(findArticle('es', 'new')).toBeUndefined()
})

test('a standing page is found by its slug', () => {
  expect(findPage('en', 'safety')?.path).toBe('/safety')
  expect(pagesIn('en')).toHaveLength(1)
})

test('a body is rendered from its own file, with section ids in place', () => {
  const article = findArticle('en', 'new')
  if (!article) throw new Error('The article was built')

  expect(renderToStaticMarkup(createElement(bodyOf(article), { components }))).toBe(
    '<h2 id="risks">Risks</h2>\n<p>Call 911.[known-label]</p>',
  )
})

test('a record is found as what it is', () => {
  expect(findRecord('known-study')?.type).toBe('study')
  expect(findRecord('known-label')?.type).toBe('source')
  expect(findRecord('nothing')).toBeUndefined()
  expect(findSource('known-study')).toBeUndefined()
  expect(studies()).toEqual([findStudy('known-study')])
})

test('facts and results come from the record', () => {
  expect(factOf('known-study', 'participants')).toBe('96')
  expect(resultOf('known-study', 'days').low).toBe(1.1)
  expect(() => factOf('nothing', 'participants')).toThrow('No study is called "nothing"')
  expect(() => resultOf('known-study', 'nights')).toThrow('has no result "nights"')
})

test('what nobody knows about the clinic is null', () => {
  expect(clinic()).toMatchObject({ name: 'The Clinic of the Town', isOpen: false, phone: null })
})

test('wrong fields are refused, and the lists pages read stay as they were', async () => {
  const broken = projectWith({ ...content, 'content/en/pages/safety.mdx': mdxOf({ ...pageFields, title: '' }, 'Hi.') })
  const built = await buildContent(broken, TODAY)
  expect(built).toMatchObject({ kind: 'refused', problems: [{ path: 'content/en/pages/safety.mdx', line: 2 }] })
  expect(existsSync(join(broken, '.contentlayer/library/pages.json'))).toBe(false)
}, 30_000)

test('a broken rule is reported, and the page compiled all the same, for an author at work', async () => {
  const broken = projectWith({ ...content, 'content/en/pages/safety.mdx': mdxOf(pageFields, 'It is a miracle.') })
  const built = await buildContent(broken, TODAY)
  const problem = { path: 'content/en/pages/safety.mdx', excerpt: 'It is a miracle.' }
  expect(built).toMatchObject({ kind: 'built', problems: expect.arrayContaining([expect.objectContaining(problem)]) })
}, 30_000)

test('a page that cannot be compiled is not called built', async () => {
  const body = 'import chart from "./no-such-file.js"\n\nHi.'
  const broken = projectWith({ ...content, 'content/en/pages/safety.mdx': mdxOf(pageFields, body) })
  expect(await buildContent(broken, TODAY)).toMatchObject({
    kind: 'broken',
    output: expect.stringContaining('no-such-file'),
  })
}, 30_000)

test('an article that is taken away leaves the list, and a changed one is compiled again', async () => {
  const changing = projectWith(content)
  await buildContent(changing, TODAY)
  rmSync(join(changing, 'content/en/articles/old.mdx'))
  writeFileSync(join(changing, 'content/en/articles/new.mdx'), mdxOf(articleFields, 'Changed.'))
  await buildContent(changing, TODAY)
  vi.spyOn(process, 'cwd').mockReturnValue(changing)

  const [article, ...others] = articlesIn('en')
  if (!article) throw new Error('The article was built')
  expect(others).toEqual([])
  expect(renderToStaticMarkup(createElement(bodyOf(article), { components: {} }))).toBe('<p>Changed.</p>')
}, 30_000)
