import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import { bannedIn, checkBannedWords, checkRecordWords } from '#lib/editorial/banned-word.ts'
import { bannedWords } from '#lib/editorial/banned-word-list.ts'
import { judge, manuscriptOf, recordMap, studyFields } from '#tests/support/manuscript.ts'

const examples: Record<string, string> = {
  '86%': 'They were sober 86% of the time.',
  cure: 'It cures addiction.',
  proven: 'A proven way to heal.',
  guarantee: 'Results are guaranteed.',
  'safe and effective': 'It is safe and effective.',
  'ketamine is safe': 'Ketamine is very safe.',
  breakthrough: 'A breakthrough for all.',
  'game-changer': 'It is a game-changer.',
  revolutionary: 'It could revolutionize care.',
  groundbreaking: 'A groundbreaking drug.',
  miracle: 'It is a miracle.',
  magic: 'It works like magic.',
  beacon: 'A beacon of hope.',
  'cutting-edge': 'Our cutting-edge care.',
  'world-class': 'A world-class team.',
  'life-changing': 'A life-changing day.',
  'rapid or lasting relief': 'It gives rapid relief.',
  'success rate': 'Our success rate is high.',
  'best or leading': 'The leading ketamine clinic.',
  'board-certified': 'Our board-certified coaches.',
  'non-addictive': 'Ketamine is not addictive.',
  'FDA-approved': 'An FDA-approved way to stop.',
  'ketamine is approved': 'Ketamine is approved for addiction.',
  'blocks withdrawal': 'It blocks the withdrawal.',
  rewire: 'It rewires you.',
  'reset your brain': 'Reset your brain.',
  'NAD+': 'We offer NAD+ too.',
  'anti-aging': 'Good for anti-aging.',
  migraine: 'It also treats migraines.',
  addict: 'Help for addicts.',
  alcoholic: 'Help for alcoholics.',
  abuser: 'Help for abusers.',
  'drug abuse': 'Help with drug abuse.',
  'drug habit': 'Break the drug habit.',
  'clean or dirty': 'She got clean.',
}

test.each(bannedWords.map(({ word }) => word))('"%s" is caught', (word) => {
  expect(bannedIn(examples[word] ?? '').join()).toContain(`"${word}"`)
})

test.each([
  'There is no cure yet.',
  'It is not proven.',
  'Ask about proven treatments first.',
  'No one can guarantee a result.',
  'Is ketamine safe?',
  'Ketamine is not FDA-approved for addiction.',
  'Naltrexone is FDA-approved.',
  'The FDA has approved ketamine only as an anesthetic.',
  'What has the FDA approved?',
  'It does not block withdrawal.',
  'The Substance Abuse and Mental Health Services Administration can help.',
  'You may like Alcoholics Anonymous.',
  'Drink less alcohol, and keep the wound clean.',
  'Addiction can be addictive to read about.',
  'They had no alcohol on 860 days.',
])('"%s" is honest', (text) => {
  expect(bannedIn(text)).toEqual([])
})

test.each([
  ['a sentence', 'It is a miracle.', {}],
  ['a heading', '## A miracle [#risks]', {}],
  ['the title of a box', '<Warning title="A miracle">\nStop.\n</Warning>', {}],
  ['a table', '| A miracle |\n|---|\n| Yes |', {}],
  ['the description', 'Hello.', { description: 'A miracle' }],
  ['a key point', 'Hello.', { keyPoints: ['A miracle.', 'Two.', 'Three.'] }],
])('a banned word in %s is caught', (_place, body, fields) => {
  expect(judge(checkBannedWords, body, fields)).toHaveLength(1)
})

test('a banned word in what a figure prints is caught in the record', () => {
  const results = [{ id: 'days', measure: 'Days clean and sober', kind: 'difference', estimate: 1 }]
  const { data, path } = manuscriptOf('content/evidence/known-study.yaml', stringify({ ...studyFields, results }))
  const record = recordMap().get('known-study')
  if (record?.type !== 'study') throw new Error('The record is a study')

  expect(checkRecordWords(record, path)).toEqual([])
  expect(checkRecordWords({ ...record, ...data, results: data.results as typeof record.results }, path)).toHaveLength(1)
})

const excused = (word: string, study: string, cited: string) =>
  judge(checkBannedWords, `Our ${word} is high. {/* ${word} as in ${study} */}<Cite id="${cited}" />`)

test('a word may be used where a study that is cited there uses it', () => {
  expect(excused('success rate', 'known-study', 'known-study')).toEqual([])
})

test.each([
  ['names a study that is not cited there', 'success rate', 'known-study', 'known-label'],
  ['names no record', 'success rate', 'no-such-study', 'no-such-study'],
  ['excuses what no study can', '86%', 'known-study', 'known-study'],
])('an excuse that %s is none', (_why, word, study, cited) => {
  expect(excused(word, study, cited)).toHaveLength(1)
})

test('an excuse holds for its own paragraph only', () => {
  const body = 'It is a miracle. {/* miracle as in known-study */}<Cite id="known-study" />\n\nA miracle.'
  expect(judge(checkBannedWords, body)).toMatchObject([{ line: 26 }])
})
