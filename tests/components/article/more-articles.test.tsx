import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { MoreArticles } from '#components/article/more-articles.tsx'
import { articlesIn } from '#lib/articles/library.ts'
import { inReadingOrder } from '#lib/articles/reading-order.ts'

const ordered = inReadingOrder(articlesIn('en'))
const linksAt = (place: number) => {
  const article = ordered.at(place)
  if (!article) throw new Error('There is no such article')
  const html = renderToStaticMarkup(<MoreArticles locale="en" article={article} />)
  return [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)
}

test('an article leads to the one before it and the one after it', () => {
  expect(linksAt(1)).toEqual([ordered[0]?.path, ordered[2]?.path])
})

test('the first has none before it, and the last none after it', () => {
  expect(linksAt(0)).toEqual([ordered[1]?.path])
  expect(linksAt(-1)).toEqual([ordered.at(-2)?.path])
})
