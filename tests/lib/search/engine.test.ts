import { expect, test } from 'vitest'
import { findIn, indexEntries, openIndex } from '#lib/search/engine.ts'
import type { Entry } from '#lib/search/entry.ts'

const entry = (path: string, title: string, words = '', kind: Entry['kind'] = 'page'): Entry => ({
  path,
  kind,
  title,
  summary: '',
  headings: '',
  words,
})

const index = indexEntries([
  entry('/alcohol', 'Can ketamine help with alcohol addiction?', 'withdrawal drinking craving'),
  entry('/cost', 'What does it cost?', 'price self pay'),
  entry('/glossary#naloxone', 'Naloxone', 'overdose', 'term'),
  entry('/opioids', 'Opioid addiction', 'buprenorphine methadone'),
  entry('/safety', 'Is ketamine safe?', 'bladder blood pressure'),
])
const find = (query: string) => findIn(openIndex(JSON.parse(JSON.stringify(index))), query).map(({ path }) => path)

test.each([
  ['alcohol', '/alcohol'],
  ['alchohol', '/alcohol'],
  ['ALCOHOL', '/alcohol'],
  ['bupranorphine', '/opioids'],
  ['blader', '/safety'],
  ['crav', '/alcohol'],
  ['narcan', '/glossary#naloxone'],
  ['booze', '/alcohol'],
  ['drinkng', '/alcohol'],
  ['marajuana', undefined],
  ['insurance', '/cost'],
  ['is k safe', '/safety'],
  ['what about heroin', '/opioids'],
  ['naloxóne', '/glossary#naloxone'],
])('"%s" finds %s first', (query, path) => {
  expect(find(query)[0]).toBe(path)
})

test('all words together narrow a search', () => {
  expect(find('ketamine alcohol')).toEqual(['/alcohol'])
})

test('when nothing fits every word, what fits some of them is found', () => {
  expect(find('bladder zebra')).toEqual(['/safety'])
})

test.each(['', '   ', 'the', '?!', 'zzzzzz', '__proto__', 'constructor'])(
  '"%s" finds nothing and breaks nothing',
  (query) => {
    expect(find(query)).toEqual([])
  },
)

test('a result tells where it is and what it is, and nothing more', () => {
  expect(findIn(openIndex(index), 'naloxone')).toEqual([
    { path: '/glossary#naloxone', kind: 'term', title: 'Naloxone', summary: '' },
  ])
})
