import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { evaluateBody } from '#lib/articles/body.ts'

const compiled = `
  const Component = { default: ({ components }) =>
    _jsx_runtime.jsx(components.Phone, { number: '988' }) }
  return Component`

const Phone = ({ number }: { number: string }) => <a href={`tel:${number}`}>{number}</a>

test('a compiled body renders with the components it is given', () => {
  const Body = evaluateBody(compiled)

  expect(renderToStaticMarkup(<Body components={{ Phone }} />)).toBe('<a href="tel:988">988</a>')
})
