import { expect, test } from 'vitest'
import { metadataFor } from '#lib/seo/metadata.ts'

const page = { locale: 'en', path: '/safety', title: 'Is it safe?', description: 'The main risks.' } as const

test('a page has one whole address that search engines may keep', () => {
  const canonical = metadataFor(page).alternates?.canonical
  expect(new URL(String(canonical)).pathname).toBe('/safety')
})

test('the title starts with the page and ends with the clinic', () => {
  expect(metadataFor(page).title).toMatch(/^Is it safe\? – Ketamine/)
})

test('the description is the one the page was given', () => {
  expect(metadataFor(page).description).toBe('The main risks.')
})
