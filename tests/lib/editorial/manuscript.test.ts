import { expect, test } from 'vitest'
import { readManuscript } from '#lib/editorial/manuscript.ts'
import { describeProblem } from '#lib/editorial/problem.ts'
import { articleFields, articleWith, mdxOf } from '#tests/support/manuscript.ts'

const PATH = 'content/en/articles/page.mdx'

function problemsIn(text: string, path = PATH) {
  const reading = readManuscript(path, text)
  return reading?.kind === 'refused' ? reading.problems.map(describeProblem) : []
}

test('an article knows its language, its slug and the line of each field', () => {
  const { locale, slug, lineOf } = articleWith('Hello.')
  expect([locale, slug, lineOf('title'), lineOf('mainMessage')]).toEqual(['en', 'page', 2, 4])
})

test('a missing field is named', () => {
  const { title: _, ...rest } = articleFields
  expect(problemsIn(mdxOf(rest, 'Hello.'))).toEqual([`${PATH}:1  title: is missing. Write some text here.`])
})

test('a field of the wrong kind is not called missing', () => {
  expect(problemsIn(mdxOf({ ...articleFields, title: 7 }, 'Hello.'))).toEqual([
    `${PATH}:2  title: Write some text here.`,
  ])
})

test('a field we do not know is named on its own line', () => {
  expect(problemsIn(mdxOf({ tilte: 'Oh', ...articleFields }, 'Hello.'))).toEqual([
    `${PATH}:2  "tilte" is not a field we know. Correct its name or remove it.`,
  ])
})

test('an unclosed box is found on its line', () => {
  const [problem] = problemsIn(mdxOf(articleFields, '<Warning title="Stop">\n\nHello.'))
  expect(problem).toMatch(/page\.mdx:\d+ {2}The text cannot be read: Expected a closing tag for `<Warning>`/)
})

test('a file without fields is told to start with them', () => {
  expect(problemsIn('Hello.')).toEqual([`${PATH}:1  Start the file with its fields, between two lines of ---.`])
})

test('fields that are not YAML are found on their line', () => {
  expect(problemsIn('---\ntitle: "Hello\n---\n\nHi.')[0]).toContain('The fields cannot be read')
})

test('a file that is no content of ours is left alone', () => {
  expect(readManuscript('content/en/messages.ts', '')).toBeUndefined()
})
