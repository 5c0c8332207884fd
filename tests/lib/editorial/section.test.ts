import { expect, test } from 'vitest'
import { checkSections } from '#lib/editorial/section.ts'
import { judge } from '#tests/support/manuscript.ts'

const ids =
  'how-it-may-work what-studies-found not-known risks who-should-not if-you-do-nothing other-treatments what-to-ask what-to-do-next'.split(
    ' ',
  )
const sections = (present: string[]) => present.map((id) => `## Heading [#${id}]`).join('\n\n')

test('an article with every section passes', () => {
  expect(judge(checkSections, sections(ids))).toEqual([])
})

test.each(ids)('an article without the section %s fails', (missing) => {
  const problems = judge(checkSections, sections(ids.filter((id) => id !== missing)))
  expect(problems.map(({ message }) => message).join()).toContain(`[#${missing}]`)
  expect(problems).toHaveLength(1)
})
