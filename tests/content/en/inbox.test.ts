import { expect, test } from 'vitest'
import { inbox } from '#content/en/inbox.ts'
import { inquiryWords, savedReplies } from '#content/en/inbox-inquiry.ts'
import { staff } from '#content/en/staff.ts'
import { attempts, closings } from '#lib/inbox/attempt.ts'
import { views } from '#lib/inbox/view.ts'

test('no two sentences about what was just done have the same name, or one would be told for the other', () => {
  const names = [...Object.keys(inbox.said), ...Object.keys(staff.said)]
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([])
})

// Whoever listens to a voicemail or looks over a shoulder must learn nothing from it.
const telling =
  /ketamine|clinic|treatment|therap|addict|drug|alcohol|health|medic|doctor|nurse|patient|appointment|dose/i

test.each([
  ['the words for a voicemail', inquiryWords.voicemailWords],
  ...savedReplies.flatMap(({ label, subject, body }) => [
    [`the subject of "${label}"`, subject],
    [`the words of "${label}"`, body],
  ]),
])('%s give nothing away', (_name, words) => {
  expect(words).not.toMatch(telling)
})

test('whatever staff can do or choose has words', () => {
  expect(Object.keys(inquiryWords.attempts).sort()).toEqual([...attempts].sort())
  expect(Object.keys(inquiryWords.closings).sort()).toEqual([...closings].sort())
  expect(Object.keys(inbox.views).sort()).toEqual([...views].sort())
})

test('every sentence ends, and none shouts or blames', () => {
  const sentences = [...Object.values(inbox.said), ...Object.values(staff.said)]
  expect(sentences.filter((words) => !/[.]$/.test(words) || /!|error|invalid|failed|illegal/i.test(words))).toEqual([])
})
