import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Phone } from '#components/article/phone.tsx'

test.each([
  ['988', 'tel:988'],
  ['305-555-0134', 'tel:+13055550134'],
  ['1-800-662-4357', 'tel:+18006624357'],
])('%s is dialled as %s and read as written', (number, href) => {
  const html = renderToStaticMarkup(<Phone number={number} />)
  expect(html).toContain(`href="${href}"`)
  expect(html).toContain(`>${number}</a>`)
})
