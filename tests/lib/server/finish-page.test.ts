import { expect, test } from 'vitest'
import { finishPage } from '#lib/server/finish-page.ts'

const html = '<style>.unused{color:red}</style><script src="/a.js"></script><p>Words</p>'

test('a finished page has neither scripts nor rules it cannot use', () => {
  expect(finishPage('/safety', html)).toBe('<style></style><p>Words</p>')
})

test.each(['/404', '/problem'])('%s keeps the whole stylesheet, because it stands in for any page', (path) => {
  expect(finishPage(path, html)).toContain('.unused{color:red}')
})

test('what is said for every other site is not said again for one', () => {
  const tags = '<meta property="og:title" content="A"/><meta name="twitter:card" content="b"/>'
  expect(finishPage('/a', `${tags}<meta name="twitter:title" content="A"/>`)).toBe(tags)
})
