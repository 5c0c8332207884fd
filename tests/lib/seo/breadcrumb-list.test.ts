import { expect, test } from 'vitest'
import { breadcrumbListOf, trailOf } from '#lib/seo/breadcrumb-list.ts'

const crumbs = [
  { path: '/articles', label: 'Articles' },
  { path: '/articles/one', label: 'One' },
]

test('every trail begins at the home page', () => {
  expect(trailOf('en', crumbs).crumbs.map(({ path }) => path)).toEqual(['/', '/articles', '/articles/one'])
})

test('machines get every step with its place and its whole address', () => {
  expect(breadcrumbListOf('en', crumbs)).toMatchObject({
    '@type': 'BreadcrumbList',
    itemListElement: [
      { '@type': 'ListItem', position: 1, item: expect.stringMatching(/^http.*\/$/) },
      { '@type': 'ListItem', position: 2, name: 'Articles', item: expect.stringMatching(/\/articles$/) },
      { '@type': 'ListItem', position: 3, name: 'One', item: expect.stringMatching(/\/articles\/one$/) },
    ],
  })
})
