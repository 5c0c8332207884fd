import { expect, test } from 'vitest'
import { cutStyle } from '#lib/server/page-style.ts'

const page = (css: string, body: string) => `<head><style>${css}</style></head><body>${body}</body>`
const cut = (css: string, body = '<p class="used also">Words</p>') =>
  /<style>(.*)<\/style>/s.exec(cutStyle(page(css, body)))?.[1]

test.each([
  ['a class on the page', '.used{color:red}'],
  ['an element', 'p{color:red}'],
  ['one of its selectors', '.unused,.used{color:red}'],
  ['a choice inside a selector', ':is(.unused,.used){color:red}'],
  ['what it must not be', 'p:not(.unused){color:red}'],
  ['what it must not hold, however deep', '.used:not(:has(.unused:not(.other))) p{color:red}'],
  ['an attribute', '[aria-current]{color:red}'],
  ['a condition with a rule that fits', '@media (min-width:40rem){.used{color:red}}'],
  ['a support test inside a condition', '@media screen{@supports (gap:0){.used{color:red}}}'],
  ['a font', '@font-face{font-family:A;src:url(/a.woff2)}'],
])('a rule that can match %s stays as it is', (_what, css) => {
  expect(cut(css)).toBe(css)
})

test.each([
  ['a class', '.unused{color:red}'],
  ['a class beside one that is used', '.used.unused{color:red}'],
  ['an ancestor', '.unused p{color:red}'],
  ['a class in a selector without weight', ':where(.unused) p{color:red}'],
  ['a descendant', '.used:has(.unused){color:red}'],
  ['a class, in every rule of a condition', '@media print{.unused{color:red}}'],
])('a rule that asks for %s the page lacks is left out', (_what, css) => {
  expect(cut(css)).toBe('')
})

test('a class with signs in its name is found, as the stylesheet and the page each write it', () => {
  const css = '.sm\\:p-\\[1\\.5em\\]:hover{padding:0}.\\[\\&\\>li\\]\\:p-0{padding:0}'
  expect(cut(css, '<p class="sm:p-[1.5em] [&amp;&gt;li]:p-0">Words</p>')).toBe(css)
})

test('a variable nothing reads is left out, and one that another reads stays', () => {
  expect(cut(':root{--a:1px;--b:var(--a);--c:3px}.used{margin:var(--b)}')).toBe(
    ':root{--a:1px;--b:var(--a);}.used{margin:var(--b)}',
  )
})

test('a registered variable that nothing sets is written out, so browsers that know no registration draw the line too', () => {
  const css =
    '@layer properties{*{--tw-style:solid}}.used{border-style:var(--tw-style)}@property --tw-style{syntax:"*";inherits:false;initial-value:solid}'
  expect(cut(css)).toBe('.used{border-style:solid}')
})

test('a registered variable that a rule sets keeps its registration', () => {
  const css =
    '.used{--tw-style:dashed;border-style:var(--tw-style)}@property --tw-style{syntax:"*";inherits:false;initial-value:solid}'
  expect(cut(css)).toBe(css)
})

test('nothing but the style changes, and a page without one is returned as it is', () => {
  expect(cutStyle(page('.unused{}', '<p>$& .unused</p>'))).toBe(page('', '<p>$& .unused</p>'))
  expect(cutStyle('<p>Words</p>')).toBe('<p>Words</p>')
})
