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
