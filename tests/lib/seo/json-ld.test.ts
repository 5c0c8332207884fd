import { expect, test } from 'vitest'
import { writeJsonLd } from '#lib/seo/json-ld.ts'

test('the things of a page are one graph in the vocabulary of schema.org', () => {
  const written = writeJsonLd([{ '@type': 'WebPage', name: 'One' }, { '@type': 'FAQPage' }])
  expect(JSON.parse(written)).toEqual({
    '@context': 'https://schema.org',
    '@graph': [{ '@type': 'WebPage', name: 'One' }, { '@type': 'FAQPage' }],
  })
})

test('nothing in it can open or close an element', () => {
  expect(writeJsonLd([{ '@type': 'WebPage', name: '</script><!--' }])).not.toContain('<')
})
