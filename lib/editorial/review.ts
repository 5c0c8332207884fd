import { addMonths } from '#lib/articles/date.ts'
import { REVIEW_MONTHS_MAX } from '#lib/articles/schema.ts'
import { type Rule, reporterFor } from './rule.ts'

/** An article past its review date is a warning while the clinic is closed, and a fault once patients may come. */
export const checkReviewDate: Rule = (written, { today, isOpen }) => {
  const due = written.data.nextReviewDue
  if (typeof due !== 'string' || due >= today) return []

  const report = reporterFor(written)
  const spot = { line: written.lineOf('nextReviewDue') }
  const message = `The review was due on ${due}. Have a clinician check every claim, then set the new dates.`
  return [isOpen ? report.fail(spot, message) : report.warn(spot, message)]
}

/** Once the clinic is open, every page names the clinician who checked it. */
export const checkReviewer: Rule = (written, { isOpen }) => {
  if (!isOpen || written.data.reviewedBy) return []
  const spot = { line: written.lineOf('reviewedBy') }
  return [
    reporterFor(written).fail(spot, 'The clinic is open, but no clinician has reviewed this page. Fill in reviewedBy.'),
  ]
}

/** A page nobody has looked at for half a year is stale, and knowledge moves faster than that. */
export const checkFreshness: Rule = (written, { today, isOpen }) => {
  const { reviewedOn, updatedOn } = written.data
  const [lookedAt = ''] = [reviewedOn, updatedOn]
    .filter((day) => typeof day === 'string')
    .sort()
    .reverse()
  if (!lookedAt || addMonths(lookedAt, REVIEW_MONTHS_MAX) >= today) return []

  const report = reporterFor(written)
  const spot = { line: written.lineOf('updatedOn') }
  const message =
    `Nobody has looked at this page since ${lookedAt}, more than ${REVIEW_MONTHS_MAX} months ago. ` +
    'Read it again, correct it, and set updatedOn.'
  return [isOpen ? report.fail(spot, message) : report.warn(spot, message)]
}

/** A day that has not come yet is a slip of the pen. */
export const checkDates: Rule = (written, { today }) =>
  ['publishedOn', 'updatedOn', 'reviewedOn'].flatMap((field) => {
    const day = written.data[field]
    if (typeof day !== 'string' || day <= today) return []
    const spot = { line: written.lineOf(field), excerpt: day }
    return [reporterFor(written).fail(spot, `${field} lies in the future. Correct the day.`)]
  })
