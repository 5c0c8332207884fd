import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Reading } from '#components/article/reading.tsx'

const sections = ['risks', 'not-known', 'next'].map((id) => ({ id, text: `About ${id}` }))
const render = (count: number) =>
  renderToStaticMarkup(
    <Reading locale="en" sections={sections.slice(0, count)} opening={<h1>Title</h1>}>
      <p>Text</p>
    </Reading>,
  )

test('the list of contents stands between the opening and the text and leads to every section', () => {
  expect(render(3)).toMatch(/Title.*<nav[^>]*aria-labelledby="page-contents".*#risks.*#not-known.*#next.*<p>Text/)
})

test('a page of two sections needs no list of contents', () => {
  expect(render(2)).not.toContain('<nav')
})
