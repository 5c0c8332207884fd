import { expect, test } from 'vitest'
import { countContent } from '#lib/editorial/count.ts'
import { articleWith, records } from '#tests/support/manuscript.ts'

test('the content is counted in one line, with one and many told apart', () => {
  expect(countContent([articleWith('Hello.'), ...records])).toBe('Content: 1 article, 0 pages, 2 studies, 1 source')
})
