import { expect, test } from 'vitest'
import { countContent } from '#lib/editorial/count.ts'

test('the content is counted in one line, with one and many told apart', () => {
  expect(countContent(['article', 'study', 'study', 'source', 'clinic'])).toBe(
    'Content: 1 article, 0 pages, 2 studies, 1 source',
  )
})
