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

test('every page says in which languages it can be read, and where the feed is', () => {
  const { languages, types } = metadataFor(page).alternates ?? {}
  expect(Object.keys(languages ?? {})).toEqual(['en', 'x-default'])
  expect(types).toMatchObject({ 'application/atom+xml': [{ url: '/feed.xml' }] })
})

test('a page that is shared shows its own title and a picture of it, at an address other sites can fetch', () => {
  expect(metadataFor(page).openGraph).toMatchObject({
    title: 'Is it safe?',
    images: { url: expect.stringMatching(/^http.*\/share\/safety-[0-9a-f]{8}\.png$/), width: 1200, height: 630 },
  })
})

test('only an article calls itself one', () => {
  expect(metadataFor(page).openGraph).toMatchObject({ type: 'website' })
  expect(metadataFor({ ...page, path: '/articles/safety' }).openGraph).toMatchObject({ type: 'article' })
})

test('a page made for each visitor borrows the picture of one that is finished', () => {
  const { openGraph } = metadataFor({ ...page, pictured: { path: '/', title: 'Home' } })
  expect(openGraph).toMatchObject({ images: { url: expect.stringContaining('/share/home-'), alt: 'Home' } })
})
