import { HtmlValidate } from 'html-validate/node'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ContactForm } from '#components/form/contact-form.tsx'
import { ErrorSummary } from '#components/form/error-summary.tsx'
import { form, TRAP_FIELD } from '#content/en/form.ts'
import { formState } from '#tests/support/form-state.ts'

const typed = { about: 'someone', channel: 'phone', phone: '12', language: 'other', message: '</textarea><b>hi' }
const judged = formState(typed, { isJudged: true })

function render(state = formState()) {
  return renderToStaticMarkup(
    <>
      <ErrorSummary words={state.words} problems={state.problems} />
      <ContactForm state={state} action="/contact/answers" />
    </>,
  )
}

const tagWith = (html: string, attribute: string) => new RegExp(`<[^>]*${attribute}[^>]*>`).exec(html)?.[0] ?? ''
const idsIn = (html: string) => [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)

test('a form that was not judged shows no problem', () => {
  expect(render()).not.toMatch(/problem|aria-invalid/)
})

test('every field of the form can be reached by its own name', () => {
  expect(idsIn(render())).toEqual(expect.arrayContaining(Object.keys(form.fields)))
})

test('no id stands twice on the page', () => {
  const ids = idsIn(render(judged))
  expect(ids).toEqual([...new Set(ids)])
})

test('the form posts, and leaves judging to the server', () => {
  const tag = tagWith(render(), 'novalidate|noValidate')
  expect(tag).toMatch(/method="post"/)
  expect(tag).toMatch(/action="\/contact\/answers"/)
})

test('nothing cuts a message while it is typed or pasted', () => {
  expect(render()).not.toMatch(/maxlength/i)
})

test('the list of problems can take the focus, and its alert is inside it', () => {
  const html = render(judged)
  expect(tagWith(html, 'id="problems"')).toContain('tabindex="-1"')
  expect(html).toMatch(/<section[^>]*id="problems"[^>]*><div role="alert">/)
})

test.each(Object.entries(judged.problems))(
  'the problem with %s is linked above and said again at the field',
  (field, problem) => {
    const html = render(judged)
    expect(html).toContain(`<a href="#${field}"`)
    expect(html.split(problem)).toHaveLength(3)
    expect(idsIn(html)).toContain(field)
  },
)

test('a text field with a problem is marked, and its problem is read with it', () => {
  const tag = tagWith(render(judged), 'id="phone"')
  expect(tag).toContain('aria-invalid="true"')
  expect(tag).toContain('aria-describedby="phone-hint phone-problem"')
})

test('a question with a problem is marked, and its problem is read with it', () => {
  const tag = tagWith(render(judged), 'aria-describedby="voicemail-hint voicemail-problem"')
  expect(tag).toMatch(/^<fieldset role="radiogroup"/)
  expect(tag).toContain('aria-invalid="true"')
})

test('everything typed is still there', () => {
  const html = render(judged)
  expect(tagWith(html, 'id="phone"')).toContain('value="12"')
  expect(tagWith(html, 'value="someone"')).toContain('checked')
  expect(html).toContain('&lt;/textarea&gt;&lt;b&gt;hi')
})

test('a phone call and an e-mail address are asked for with the right keyboard and autofill', () => {
  const html = render()
  expect(tagWith(html, 'id="phone"')).toMatch(/(?=.*type="tel")(?=.*autoComplete="tel"|.*autocomplete="tel")/)
  expect(tagWith(html, 'id="email"')).toMatch(/(?=.*type="email")(?=.*spellcheck="false"|.*spellCheck="false")/)
})

test('no script and no style of its own', () => {
  expect(render(judged)).not.toMatch(/<script| style=| on[a-z]+=/)
})

test('the markup is sound', async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: {
      'form-dup-name': ['error', { shared: ['radio', 'checkbox'] }],
      'attr-case': 'off',
      'void-style': 'off',
      'long-title': 'off',
      'attribute-boolean-style': 'off',
    },
  })
  const report = await validator.validateString(render(judged))
  expect(report.results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([])
})

test('the field for robots has no words of a visitor in it, is skipped by Tab, not read aloud, and says what it is', () => {
  const html = render(judged)
  const input = tagWith(html, `name="${TRAP_FIELD}"`)
  expect(input).toMatch(/tabindex="-1" autoComplete="off"|tabindex="-1" autocomplete="off"/i)
  expect(input).not.toMatch(/value=/)
  expect(html).toMatch(
    new RegExp(`<div aria-hidden="true" class="sr-only"><label for="${TRAP_FIELD}">Leave this field empty</label>`),
  )
})
