import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { mdxComponentsFor } from '#components/article/mdx-components.tsx'

const components = () => mdxComponentsFor({ locale: 'en', citations: [] })

test('a word opens its meaning without a script, and leads to the whole list', () => {
  const { Term } = components()
  const html = renderToStaticMarkup(<Term id="craving">cravings</Term>)
  expect(html).toMatch(/<button type="button" popovertarget="term-craving"[^>]*>cravings<\/button>/i)
  expect(html).toMatch(/<span popover="auto" id="term-craving"[^>]*>.*strong urge.*href="\/glossary#craving"/)
})

test('a meaning stands once on a page, and the word opens it everywhere', () => {
  const { Term } = components()
  renderToStaticMarkup(<Term id="craving">craving</Term>)
  const again = renderToStaticMarkup(<Term id="craving">craving</Term>)
  expect(again).toMatch(/popovertarget="term-craving"/i)
  expect(again).not.toContain('id=')
})

test('a word the glossary does not explain stops the build', () => {
  const { Term } = components()
  expect(() => renderToStaticMarkup(<Term id="no-such-word">x</Term>)).toThrow('explains no "no-such-word"')
})
