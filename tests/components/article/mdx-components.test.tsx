import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { mdxComponentsFor } from '#components/article/mdx-components.tsx'

const citations = ['grabski-2022-kare', 'ketamine-label']
const components = () => mdxComponentsFor({ locale: 'en', citations })

test('a citation shows the numbers of its records and leads to them', () => {
  const { Cite } = components()
  const html = renderToStaticMarkup(<Cite id="ketamine-label grabski-2022-kare" />)
  expect(html).toMatch(/href="#ref-2"[^>]*>2<\/a>,<a[^>]*href="#ref-1"[^>]*>1<\/a>/)
  expect(html).toContain('aria-label="Reference 2"')
})

test('only the first mention carries the place a reference links back to', () => {
  const { Cite } = components()
  const [first, second] = [1, 2].map(() => renderToStaticMarkup(<Cite id="ketamine-label" />))
  expect(first).toContain('id="cite-2"')
  expect(second).not.toContain('id=')
})

test('a record the page does not list stops the build', () => {
  const { Cite } = components()
  expect(() => renderToStaticMarkup(<Cite id="dakwar-2020-alcohol" />)).toThrow(/dakwar-2020-alcohol/)
})

test('a number about a trial comes from its record', () => {
  const { Fact } = components()
  expect(renderToStaticMarkup(<Fact study="grabski-2022-kare" is="participants" />)).toBe('96')
  expect(renderToStaticMarkup(<Fact study="grabski-2022-kare" is="results.days-abstinent.estimate" round />)).toBe('10')
})

test('a warning and a care card say how urgent they are to those who cannot see the colour', () => {
  const { Warning, CareCard } = components()
  expect(renderToStaticMarkup(<Warning title="Do not mix">Text</Warning>)).toMatch(/Important: <\/span>Do not mix/)
  expect(
    renderToStaticMarkup(
      <CareCard level="emergency" title="Call 911 if:">
        Text
      </CareCard>,
    ),
  ).toMatch(/Emergency: <\/span>Call 911 if:/)
})
