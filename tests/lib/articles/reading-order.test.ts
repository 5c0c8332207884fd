import { expect, test } from 'vitest'
import { articlesIn } from '#lib/articles/library.ts'
import { byTopic, inReadingOrder, neighborsOf } from '#lib/articles/reading-order.ts'
import { topics } from '#lib/articles/schema.ts'
import { makeArticle } from '#tests/support/article.ts'

const slugs = (articles: { slug: string }[]) => articles.map(({ slug }) => slug)
const cost = makeArticle({ slug: 'cost', topic: 'cost' })
const newer = makeArticle({ slug: 'newer', topic: 'safety', publishedOn: '2026-12-01' })
const older = makeArticle({ slug: 'older', topic: 'safety', publishedOn: '2026-11-01' })
const opening = makeArticle({ slug: 'opening', topic: 'safety', publishedOn: '2026-12-31', opensTopic: true })

test('articles follow the topics; within one, the opening article and then the oldest comes first', () => {
  expect(slugs(inReadingOrder([cost, newer, older, opening]))).toEqual(['opening', 'older', 'newer', 'cost'])
})

test('a topic without articles is not shown', () => {
  expect(byTopic([cost, newer]).map(({ topic, articles }) => [topic, slugs(articles)])).toEqual([
    ['safety', ['newer']],
    ['cost', ['cost']],
  ])
})

test('each article leads on to the next in reading order, and back to the one before', () => {
  const ordered = inReadingOrder(articlesIn('en'))
  const paths = ordered.map(({ path }) => path)
  expect(ordered.flatMap((article) => neighborsOf(article).next?.path ?? [])).toEqual(paths.slice(1))
  expect(ordered.flatMap((article) => neighborsOf(article).previous?.path ?? [])).toEqual(paths.slice(0, -1))
})

test('at most one article opens a topic', () => {
  const opened = articlesIn('en').flatMap(({ opensTopic, topic }) => (opensTopic ? [topic] : []))
  expect(opened).toEqual(topics.filter((topic) => opened.includes(topic)))
})
