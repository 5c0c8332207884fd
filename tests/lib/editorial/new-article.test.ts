import { expect, test } from 'vitest'
import { topics } from '#lib/articles/schema.ts'
import { checkContent } from '#lib/editorial/check.ts'
import { newArticle, slugOf } from '#lib/editorial/new-article.ts'
import { manuscriptOf, records, TODAY } from '#tests/support/manuscript.ts'

const made = (topic: (typeof topics)[number]) =>
  manuscriptOf(
    'content/en/articles/new.mdx',
    newArticle({ title: 'Is ketamine safe? "Yes", or no: #1', topic, today: TODAY }),
  )

test.each(topics)('a new article about %s is wrong in nothing but what is still to be written', (topic) => {
  const messages = checkContent([made(topic), ...records], TODAY).map(({ message }) => message)
  expect(messages.filter((message) => !/^This (section|field) is empty\./.test(message))).toEqual([])
  expect(messages.filter((message) => message.startsWith('This section'))).toHaveLength(topic === 'opioids' ? 10 : 9)
  expect(messages.filter((message) => message.startsWith('This field'))).toHaveLength(6)
})

test('a new article has the title as it was given, and says that nobody has reviewed it', () => {
  expect(made('safety').data).toMatchObject({
    title: 'Is ketamine safe? "Yes", or no: #1',
    publishedOn: TODAY,
    reviewedBy: null,
    nextReviewDue: '2027-05-21',
  })
})

test.each([
  ['Is ketamine addictive?', 'is-ketamine-addictive'],
  ['  What’s a "café" — for you?  ', 'whats-a-cafe-for-you'],
  ['../../etc/passwd', 'etc-passwd'],
  ['???', ''],
  ['Ketamine '.repeat(20), 'ketamine-ketamine-ketamine-ketamine-ketamine-ketamine'],
])('%j becomes the address %j', (title, slug) => {
  expect(slugOf(title)).toBe(slug)
})
