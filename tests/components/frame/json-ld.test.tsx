import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { JsonLd } from '#components/frame/json-ld.tsx'
import { removeClientRuntime } from '#lib/server/client-runtime.ts'

const render = (name: string) => renderToStaticMarkup(<JsonLd things={[{ '@type': 'WebPage', name }]} />)
const open = '<script type="application/ld+json">'
const dataIn = (html: string) => JSON.parse(html.slice(open.length, html.indexOf('</script>')))

test.each(['</script><b>', '<!-- <script>', ']]>', '&lt;', '"quoted" \\ back', '\u2028', '</SCRIPT '])(
  'the words %j cannot end the script element, and come back as they were',
  (name) => {
    const html = render(name)
    expect(html.match(/<\/?script/gi)).toHaveLength(2)
    expect(dataIn(html)['@graph'][0].name).toBe(name)
  },
)

test('no words at all can end it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const html = removeClientRuntime(render(name))
      expect(html.slice(open.length).indexOf('<')).toBe(html.length - open.length - '</script>'.length)
      expect(dataIn(html)['@graph'][0].name).toBe(name)
    }),
  )
})

test('the data stays in the page when the client runtime is taken out', () => {
  expect(removeClientRuntime(render('Words'))).toBe(render('Words'))
})
