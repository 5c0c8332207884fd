import { expect, test } from 'vitest'
import { writtenWith } from '#tests/support/manuscript.ts'

const paragraphOf = (body: string) => writtenWith(body).paragraphs.at(-1)?.sentences ?? []

test('a citation behind the full stop belongs to the sentence before it', () => {
  const sentences = paragraphOf('One is so.<Cite id="a" /> Two is so.<Cite id="b c" /> Three.')
  expect(sentences.map(({ text, citations }) => [text, citations])).toEqual([
    ['One is so.', ['a']],
    ['Two is so.', ['b', 'c']],
    ['Three.', []],
  ])
})

test('a citation that opens a paragraph belongs to its first sentence', () => {
  expect(paragraphOf('<Cite id="a" />One. Two.').map(({ citations }) => citations)).toEqual([['a'], []])
})

test('a fact is read with its value, and is not typed by the author', () => {
  const [sentence] = paragraphOf('It had <Fact study="known-study" is="participants" /> adults.')
  expect(sentence?.text).toBe('It had 96 adults.')
  expect(sentence?.typed).toBe('It had adults.')
})

test.each([
  'The U.S. Food and Drug Administration said no.',
  'Ask Dr. Smith at 9 a.m. on Monday.',
  'It was 10.1 points.',
])('"%s" is one sentence', (text) => {
  expect(paragraphOf(text).map((sentence) => sentence.text)).toEqual([text])
})

test('a sentence on a wrapped line has the line it stands on in the file', () => {
  const [first, second] = paragraphOf('One is\nso. Two is\nso.')
  expect((second?.line ?? 0) - (first?.line ?? 0)).toBe(1)
})

test('words in bold, in links and in boxes are read', () => {
  const [sentence] = paragraphOf('Do **not** [stop](/contact) <Phone number="988" />.')
  expect(sentence?.text).toBe('Do not stop 988.')
})
