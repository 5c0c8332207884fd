import { expect, test } from 'vitest'
import { removeClientRuntime } from '#lib/server/client-runtime.ts'

test.each([
  ['scripts with a source', '<script src="/_next/static/chunks/a.js" async=""></script>'],
  ['inline scripts', '<script>self.__next_f.push([1,"<p>not a page<\\/p>"])</script>'],
  ['scripts over several lines', '<script id="_R_">\n(globalThis)\n</script>'],
  ['hints that fetch a script', '<link rel="preload" as="script" fetchPriority="low" href="/a.js"/>'],
  ['hydration comments', '<!--$--><!-- -->'],
  ['the hidden holder of late metadata', '<div hidden=""><!--$--><!--/$--></div>'],
])('takes out %s', (_what, runtime) => {
  expect(removeClientRuntime(`<main>${runtime}<p>Words</p></main>`)).toBe('<main><p>Words</p></main>')
})

test('keeps structured data for search engines', () => {
  const data = '<script type="application/ld+json">{"@type":"MedicalWebPage"}</script>'
  expect(removeClientRuntime(data)).toBe(data)
})

test('keeps the hint that fetches a font', () => {
  const font = '<link rel="preload" as="font" href="/fonts/text.woff2" crossorigin=""/>'
  expect(removeClientRuntime(font)).toBe(font)
})

test('keeps words that only look like a script, because a visitor may have typed them', () => {
  const typed = '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>'
  expect(removeClientRuntime(typed)).toBe(typed)
})

test('leaves an inlined stylesheet as it is, without attributes that name a build file', () => {
  const style = '<style data-precedence="next" data-href="/_next/static/a.css">p{margin:0}</style>'
  expect(removeClientRuntime(style)).toBe('<style>p{margin:0}</style>')
})
