import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ArticleList } from '#components/article/article-list.tsx'
import { articlesIn } from '#lib/articles/library.ts'
import { byTopic } from '#lib/articles/reading-order.ts'

const articles = articlesIn('en')
const list = renderToStaticMarkup(<ArticleList locale="en" articles={articles} />)

test('every article is listed with its question, its main message and its address', () => {
  for (const { path, title, mainMessage } of articles) {
    expect(list).toContain(`href="${path}"`)
    expect(list).toContain(title)
    expect(list).toContain(mainMessage)
  }
})

test('articles stand under their topic, the topics in their order', () => {
  const places = byTopic(articles).flatMap(({ topic, articles: ofTopic }) => [
    list.indexOf(`id="${topic}"`),
    ...ofTopic.map(({ path }) => list.indexOf(`href="${path}"`)),
  ])
  expect(places).toEqual(places.toSorted((one, other) => one - other))
})

test('the list says which articles no clinician has checked', () => {
  const unchecked = articles.filter(({ reviewedBy }) => reviewedBy === null)
  expect(list.match(/Not yet reviewed by a clinician/g) ?? []).toHaveLength(unchecked.length)
})
