import { expect, test } from 'vitest'
import { checkDates, checkFreshness, checkReviewDate, checkReviewer } from '#lib/editorial/review.ts'
import { judge } from '#tests/support/manuscript.ts'

const afterDue = '2027-05-22'
const reviewed = { reviewedBy: 'A. Person, MD', reviewedOn: '2026-11-21' }

test('an article is fresh on the day its review is due', () => {
  expect(judge(checkReviewDate, 'Hello.', {}, { today: '2027-05-21', isOpen: true })).toEqual([])
})

test('a review past its day is a warning while the clinic is closed, and a fault once it is open', () => {
  expect(judge(checkReviewDate, 'Hello.', {}, { today: afterDue })[0]?.level).toBe('warn')
  expect(judge(checkReviewDate, 'Hello.', {}, { today: afterDue, isOpen: true })[0]?.level).toBe('fail')
})

test('a page nobody has reviewed may be shown only while the clinic is closed', () => {
  expect(judge(checkReviewer, 'Hello.')).toEqual([])
  expect(judge(checkReviewer, 'Hello.', {}, { isOpen: true })).toHaveLength(1)
  expect(judge(checkReviewer, 'Hello.', reviewed, { isOpen: true })).toEqual([])
})

test('a page nobody has looked at for six months is stale', () => {
  expect(judge(checkFreshness, 'Hello.', {}, { today: '2027-05-21' })).toEqual([])
  expect(judge(checkFreshness, 'Hello.', {}, { today: afterDue })).toMatchObject([{ level: 'warn', line: 5 }])
  expect(judge(checkFreshness, 'Hello.', {}, { today: afterDue, isOpen: true })).toMatchObject([{ level: 'fail' }])
})

test('a review makes it fresh again', () => {
  const again = { ...reviewed, reviewedOn: '2027-02-01' }
  expect(judge(checkFreshness, 'Hello.', again, { today: afterDue })).toEqual([])
})

test('a day that has not come is refused', () => {
  const [problem] = judge(checkDates, 'Hello.', { updatedOn: '2026-11-22' })
  expect(problem).toMatchObject({ level: 'fail', excerpt: '2026-11-22' })
  expect(judge(checkDates, 'Hello.')).toEqual([])
})
