import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Frame } from '#components/frame/frame.tsx'

const render = (path: string) =>
  renderToStaticMarkup(
    <Frame locale="en" path={path}>
      <h1>Words</h1>
    </Frame>,
  )
const page = render('/safety')

test('the crisis line comes before everything but the way to skip', () => {
  expect(page).toMatch(/^<a[^>]*href="#main".*?<section[^>]*>.*href="tel:911".*href="tel:988".*<header/)
})

test('the skip link lands on the main part', () => {
  expect(page).toMatch(/<main id="main"/)
})

test('the menu marks the page the reader is on, and the section of a page below it', () => {
  expect(page.match(/aria-current="page"/g)).toHaveLength(1)
  expect(page).toMatch(/href="\/safety" aria-current="page"|aria-current="page"[^>]*href="\/safety"/)
  expect(render('/articles/some-question')).toContain('aria-current="true"')
})

test('unknown facts of the clinic are marked, never invented', () => {
  expect(page).toContain('Preview. Not open to patients.')
  expect(page).toContain('Phone: [to be confirmed]')
})

test('nothing on the page needs a script or another site', () => {
  expect(page).not.toMatch(/<script|https?:\/\//)
})
