import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { AnswerList } from '#components/form/answer-list.tsx'
import { answerRows } from '#components/form/answer-rows.ts'
import { form } from '#content/en/form.ts'
import { formState } from '#tests/support/form-state.ts'

const byPhone = {
  about: 'me',
  name: 'Sam',
  channel: 'phone',
  phone: '(305) 555-0134',
  voicemail: 'no',
  email: 'x@y.zz',
}
const fieldsFor = (typed: Record<string, string>) =>
  answerRows(form, formState(typed).answers).map(({ field }) => field)
const linesFor = (typed: Record<string, string | string[]>, wanted: string) =>
  answerRows(form, formState(typed).answers).find(({ field }) => field === wanted)?.lines

test('only the questions of the chosen way to be reached are listed', () => {
  expect(fieldsFor(byPhone)).toEqual(expect.arrayContaining(['phone', 'voicemail', 'otherAnswers', 'times']))
  expect(fieldsFor(byPhone)).not.toContain('email')
  expect(fieldsFor({ ...byPhone, channel: 'email' })).not.toContain('voicemail')
})

test('another language is listed only when it was chosen', () => {
  expect(fieldsFor(byPhone)).not.toContain('otherLanguage')
  expect(fieldsFor({ ...byPhone, language: 'other' })).toContain('otherLanguage')
})

test('a phone number is shown as it was typed', () => {
  expect(linesFor(byPhone, 'phone')).toEqual(['(305) 555-0134'])
})

test('choices are shown in words', () => {
  expect(linesFor({ ...byPhone, topics: ['safety', 'cost'] }, 'topics')).toEqual(['If it might be safe', 'Cost'])
})

test('a skipped language is shown as what it means', () => {
  expect(linesFor(byPhone, 'language')).toEqual(['English'])
})

test('a choice that does not exist is shown as skipped, not as words of ours', () => {
  expect(linesFor({ ...byPhone, about: 'toString' }, 'about')).toEqual([])
})

test('a skipped answer says so', () => {
  const html = renderToStaticMarkup(<AnswerList words={form} answers={formState(byPhone).answers} />)
  expect(html).toMatch(/Anything else\?<\/dt><dd[^>]*><span[^>]*>Not provided/)
})

test('each answer has a link to its question, and the link says which', () => {
  const html = renderToStaticMarkup(
    <AnswerList words={form} answers={formState(byPhone).answers} formPath="/contact" />,
  )
  expect(html).toMatch(/href="\/contact#voicemail"[^>]*>Change<span class="sr-only">: Can we leave a voicemail\?/)
})

test('what was typed cannot become markup', () => {
  const { answers } = formState({ ...byPhone, name: '<b>Sam</b>' })
  expect(renderToStaticMarkup(<AnswerList words={form} answers={answers} />)).toContain('&lt;b&gt;Sam&lt;/b&gt;')
})
