import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { SearchForm } from '#components/search/search-form.tsx'

test('it asks our own search page, has a label, and takes no more than the server reads', () => {
  const html = renderToStaticMarkup(<SearchForm locale="en" isSmall id="header-search" />)
  expect(html).toMatch(/<form action="\/search"><label for="header-search" class="sr-only">/)
  expect(html).toMatch(/<input type="search" id="header-search" maxLength="200"[^>]*name="q"/i)
})

test('what was typed stays in the field, as text', () => {
  expect(renderToStaticMarkup(<SearchForm locale="en" query={'"><b>'} />)).toContain('value="&quot;&gt;&lt;b&gt;"')
})
