import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { decodeEntities } from '#lib/server/entity.ts'

test.each([`Is it "safe" & <good>? It's &amp; so`, '&lt;', 'plain'])(
  '%s comes back from an attribute as it was',
  (title) => {
    const written = /title="([^"]*)"/.exec(renderToStaticMarkup(createElement('p', { title })))?.[1] ?? ''
    expect(decodeEntities(written)).toBe(title)
  },
)
