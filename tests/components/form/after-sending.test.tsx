import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ExpiredNotice } from '#components/form/expired-notice.tsx'
import { NextSteps } from '#components/form/next-steps.tsx'
import { NotSentNotice } from '#components/form/not-sent-notice.tsx'
import { SentPanel } from '#components/form/sent-panel.tsx'
import { form } from '#content/en/form.ts'

const facts = { phone: '[to be confirmed]', callerPhone: '305-555-0135', hours: '9 to 5', goal: '[to be confirmed]' }
const stepsFor = (channel: 'phone' | 'email') =>
  renderToStaticMarkup(<NextSteps words={form} channel={channel} facts={facts} />)

test('the sent page names the reference', () => {
  expect(renderToStaticMarkup(<SentPanel words={form} reference="KW-7F3K2" received="now" />)).toContain('KW-7F3K2')
})

test('what happens next fits the way the visitor chose', () => {
  expect(stepsFor('phone')).toContain('305-555-0135')
  expect(stepsFor('email')).not.toContain('305-555-0135')
})

test('after sending, help for a crisis is one tap away', () => {
  expect(stepsFor('email')).toContain('href="tel:988"')
})

test('when nothing was stored the page says so, offers to try again, and shows who to call', () => {
  const html = renderToStaticMarkup(
    <NotSentNotice words={form} reason="notSent" phone="305-555-0134" sendPath="/contact/send" />,
  )
  expect(html).toMatch(/<h1>Your message was not sent<\/h1>/)
  expect(html).toMatch(/<form action="\/contact\/send" method="post"><button type="submit"/)
  for (const number of ['305-555-0134', 'tel:911', 'tel:988']) expect(html).toContain(number)
})

test('when a network sends too much the page asks to wait, blames nobody and offers to send again', () => {
  const html = renderToStaticMarkup(
    <NotSentNotice words={form} reason="wait" phone="305-555-0134" sendPath="/contact/send" />,
  )
  expect(html).toMatch(/<h1>Please wait a minute, then send again<\/h1>/)
  for (const words of ['not your fault', 'still here', 'action="/contact/send"', '305-555-0134'])
    expect(html).toContain(words)
})

test('when the answers are gone the page tells a sent message from a lost one', () => {
  const html = renderToStaticMarkup(<ExpiredNotice words={form} formPath="/contact" />)
  expect(html).toContain('Then we have your message.')
  expect(html).toContain('we may not have your message')
  expect(html).toContain('href="/contact"')
})
