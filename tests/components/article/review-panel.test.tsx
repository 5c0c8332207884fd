import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ReviewPanel } from '#components/article/review-panel.tsx'
import { articlesIn } from '#lib/articles/library.ts'

const [article] = articlesIn('en')
if (!article) throw new Error('There is no article to review.')
const unreviewed = { ...article, reviewedBy: null, reviewedOn: null, updatedOn: '2026-01-31', changes: [] }

test('a page nobody has checked says so, and names our financial interest', () => {
  const html = renderToStaticMarkup(<ReviewPanel locale="en" page={unreviewed} />)
  expect(html).toContain('Not yet reviewed by a clinician')
  expect(html).toContain('financial interest')
})

test('a day is shown as written, whatever the time zone of the server', () => {
  const html = renderToStaticMarkup(<ReviewPanel locale="en" page={unreviewed} />)
  expect(html).toContain('<time dateTime="2026-01-31">January 31, 2026</time>')
})

test('a checked page names who checked it and when', () => {
  const page = { ...unreviewed, reviewedBy: 'A Clinician, MD', reviewedOn: '2026-02-01' }
  const html = renderToStaticMarkup(<ReviewPanel locale="en" page={page} />)
  expect(html).toMatch(/A Clinician, MD.*February 1, 2026/)
  expect(html).not.toContain('Not yet reviewed')
})
