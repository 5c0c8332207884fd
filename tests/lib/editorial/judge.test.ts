import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import { judgeContent } from '#lib/editorial/judge.ts'
import { makeFolder } from '#tests/support/folder.ts'
import { articleFields, mdxOf, studyFields, TODAY } from '#tests/support/manuscript.ts'

const study = 'content/evidence/known-study.yaml'
const [first, second] = ['content/en/articles/one.mdx', 'content/en/articles/two.mdx']
const kept = '.contentlayer/library/judged.json'

/** A folder of content; `write` changes a file of it, `judge` says what is wrong on which page. */
function contentWith(files: Record<string, string>) {
  const root = makeFolder()
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  for (const [path, text] of Object.entries(files)) write(path, text)
  const judge = (today = TODAY) => judgeContent(root, today).problems.map(({ path, message }) => `${path} ${message}`)
  return { root, write, judge }
}

const files = {
  [study]: stringify(studyFields),
  [first]: mdxOf(articleFields, 'It took <Fact study="known-study" is="followUp" />.<Cite id="known-study" />'),
  [second]: mdxOf(articleFields, '## Risks [#risks]\n\n[See one](/articles/one#references), it is a miracle.'),
}

test('an unchanged page is judged the same the second time, without being read again', () => {
  const { root, judge } = contentWith(files)
  const before = judge()
  const memory = readFileSync(join(root, kept), 'utf8')
  writeFileSync(join(root, kept), memory.replaceAll('It promises more', 'REMEMBERED'))

  expect(before.join()).toContain('It promises more')
  expect(judge()).toEqual(before.map((message) => message.replace('It promises more', 'REMEMBERED')))
})

test('a changed page is judged by its new words', () => {
  const { write, judge } = contentWith(files)
  judge()
  write(second, mdxOf(articleFields, '## Risks [#risks]\n\nIt is magic.'))

  expect(judge().join()).toContain('"magic"')
  expect(judge().join()).not.toContain('"miracle"')
})

test('a changed record is seen on the pages that cite it', () => {
  const { write, judge } = contentWith(files)
  expect(judge().join()).not.toContain('not verified')
  write(study, stringify({ ...studyFields, verified: false }))
  expect(judge().join()).toContain(`${first} This record is not verified`)
})

test('a section that goes away breaks the links of pages that did not change', () => {
  const { write, judge } = contentWith({
    ...files,
    [first]: mdxOf(articleFields, '[See the risks](/articles/two#risks)'),
  })
  expect(judge().join()).not.toContain('no section')
  write(second, mdxOf(articleFields, '## Harms [#harms]\n\nSome.'))
  expect(judge().join()).toContain(`${first} The page /articles/two has no section "risks"`)
})

test('a page that goes away breaks the links to it', () => {
  const { root, judge } = contentWith(files)
  judge()
  rmSync(join(root, first))
  expect(judge().join()).toContain('no page at /articles/one')
})

test('a new day brings new warnings', () => {
  const { judge } = contentWith(files)
  judge()
  expect(judge('2027-06-01').join()).toContain('The review was due on 2027-05-21')
})

test('what cannot be remembered is judged anew', () => {
  const { root, judge } = contentWith(files)
  const before = judge()
  writeFileSync(join(root, kept), '{ half a fi')
  expect(judge()).toEqual(before)
})

test('a page with wrong fields is refused, whatever else is right', () => {
  const { root } = contentWith({ ...files, [first]: mdxOf({ ...articleFields, title: '' }, 'Hello.') })
  expect(judgeContent(root, TODAY)).toMatchObject({ kind: 'refused', problems: [{ path: first, line: 2 }] })
})
