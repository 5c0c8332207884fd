import { expect, test } from 'vitest'
import { medicalWebPageOf } from '#lib/seo/medical-web-page.ts'
import { makeArticle } from '#tests/support/article.ts'

test('a page nobody has reviewed is never called reviewed', () => {
  const page = medicalWebPageOf('en', makeArticle({ reviewedBy: null, reviewedOn: null }))
  expect(page).not.toHaveProperty('lastReviewed')
  expect(page).not.toHaveProperty('reviewedBy')
})

test('a reviewed page says by whom and when', () => {
  const page = medicalWebPageOf('en', makeArticle({ reviewedBy: 'A. Doctor, MD', reviewedOn: '2026-12-01' }))
  expect(page).toMatchObject({
    lastReviewed: '2026-12-01',
    reviewedBy: { '@type': 'Person', name: 'A. Doctor, MD' },
  })
})

test('it says what it is about, in which language, since when, and who publishes it', () => {
  expect(medicalWebPageOf('en', makeArticle())).toMatchObject({
    '@type': 'MedicalWebPage',
    name: 'Can ketamine help?',
    description: 'What is known so far.',
    url: expect.stringMatching(/^http.*\/articles\/can-ketamine-help$/),
    inLanguage: 'en',
    datePublished: '2026-11-01',
    dateModified: '2026-11-21',
    publisher: { '@type': 'MedicalClinic', name: expect.stringContaining('Ketamine') },
  })
})

test('a study is cited by its DOI, and a document without an address by its title', () => {
  const page = medicalWebPageOf('en', makeArticle({ citations: ['grabski-2022-kare', 'ketamine-label'] }))
  expect(page).toMatchObject({
    citation: ['https://doi.org/10.1176/appi.ajp.2021.21030277', expect.stringMatching(/^Ketamine hydrochloride/)],
  })
})

test('a page without sources claims none', () => {
  expect(medicalWebPageOf('en', makeArticle())).not.toHaveProperty('citation')
})
