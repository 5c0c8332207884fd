import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { CertaintyOverview } from '#components/evidence/certainty-overview.tsx'

const figure = renderToStaticMarkup(<CertaintyOverview locale="en" />)

test('each drug has its trials, its people and how sure one can be, in words', () => {
  expect(figure).toMatch(/Cocaine.*Very unsure.*1 randomized trial, 55 people/s)
  expect(figure).toMatch(/Cannabis.*Not known.*No finished randomized trial/s)
})

test('the rule behind the words stands below them', () => {
  expect(figure).toContain('at least 3 randomized trials with 500 people or more in all point the same way')
})
