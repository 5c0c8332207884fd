import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Breadcrumbs } from '#components/frame/breadcrumbs.tsx'

const above = [{ path: '/articles', label: 'Articles' }]
const trail = renderToStaticMarkup(<Breadcrumbs locale="en" above={above} />)

test('the way up is a named list of links, from the home page down', () => {
  expect(trail).toMatch(/^<nav aria-label="[^"]+".*<ol.*href="\/".*href="\/articles">Articles</)
})

test('the sign between two steps is not read out', () => {
  expect(trail.match(/<span aria-hidden="true">›/g)).toHaveLength(1)
})
