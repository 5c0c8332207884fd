import { expect, test } from 'vitest'
import { articleSchema } from '#lib/articles/schema.ts'
import { articleFields } from '#tests/support/manuscript.ts'

const faultsOf = (changed: Record<string, unknown>) =>
  articleSchema
    .safeParse({ ...articleFields, ...changed })
    .error?.issues.map(({ path, message }) => `${path}: ${message}`)

test('a complete article is accepted', () => {
  expect(faultsOf({})).toBeUndefined()
})

test.each([
  [{ keyPoints: ['One.', 'Two.'] }, 'keyPoints: Write exactly three key points'],
  [{ furtherHelp: [] }, 'furtherHelp: List at least two places of help that are not this clinic'],
  [{ nextReviewDue: '2027-05-22' }, 'nextReviewDue: Choose a day at most 6 months after updatedOn'],
  [{ description: 'x'.repeat(156) }, 'description: Use 155 characters or fewer; search engines cut the rest'],
  [{ reviewedBy: 'A. Person, MD' }, 'reviewedOn: Give both reviewedBy and reviewedOn, or null for both'],
  [{ updatedOn: 'November' }, 'updatedOn: Write the date as year-month-day, like 2026-11-21'],
])('%o is refused in words an author understands', (changed, fault) => {
  expect(faultsOf(changed)).toContain(fault)
})
