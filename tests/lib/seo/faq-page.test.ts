import { expect, test } from 'vitest'
import { factOf } from '#lib/evidence/fact.ts'
import { faqPagesOf } from '#lib/seo/faq-page.ts'

test('a page without questions has no FAQ to offer', () => {
  expect(faqPagesOf([])).toEqual([])
})

test('each question has its answer, with the numbers its study holds', () => {
  const fact = { study: 'grabski-2022-kare', is: 'participants', round: false }
  const [page] = faqPagesOf([{ question: 'How many?', answer: ['About ', fact, ' people. '] }])
  expect(page).toEqual({
    '@type': 'FAQPage',
    mainEntity: [
      {
        '@type': 'Question',
        name: 'How many?',
        acceptedAnswer: { '@type': 'Answer', text: `About ${factOf('grabski-2022-kare', 'participants')} people.` },
      },
    ],
  })
})
