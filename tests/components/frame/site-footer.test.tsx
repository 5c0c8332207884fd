import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { SiteFooter } from '#components/frame/site-footer.tsx'
import { clinic } from '#lib/clinic.ts'

const footer = renderToStaticMarkup(<SiteFooter locale="en" clinic={clinic()} />)

test.each([
  ...['about', 'who-pays-for-this', 'how-we-write', 'cost', 'what-to-expect', 'questions-to-ask', 'other-treatments'],
  ...['glossary', 'evidence', 'articles', 'privacy', 'browsing-safely', 'accessibility', 'nondiscrimination'],
  ...['notice-of-privacy-practices', 'feed.xml'],
])('every page leads to /%s, once', (path) => {
  expect(footer.split(`href="/${path}"`)).toHaveLength(2)
})

test('the numbers to call come first, and on paper nothing is left that only leads elsewhere', () => {
  expect(footer).toMatch(/tel:911.*tel:988.*tel:\+18006624357.*<nav[^>]*print:hidden/)
})
