import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { AttemptForm } from '#components/inbox/attempt-form.tsx'
import { History } from '#components/inbox/history.tsx'
import { RareForm } from '#components/inbox/rare-form.tsx'
import { SafetyPanel } from '#components/inbox/safety-panel.tsx'
import { SavedReplies } from '#components/inbox/saved-replies.tsx'
import type { HistoryLine } from '#lib/inbox/history.ts'
import type { InboxRow } from '#lib/inbox/row.ts'
import type { Inquiry } from '#lib/inquiries/schema.ts'
import { byEmail, inquiry } from '#tests/support/inquiry.ts'

const about = { reference: 'KW-ABCDE', version: 3 }
const phone = { typed: '(305) 555-0142', e164: '+13055550142', voicemail: 'no' as const, times: [] }
const withPhone = (changes: Partial<NonNullable<Inquiry['phone']>>) => ({ ...inquiry, phone: { ...phone, ...changes } })
const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const panel = (given: Inquiry) => renderToStaticMarkup(<SafetyPanel inquiry={given} callerPhone="305-555-0100" />)

describe('how to reach somebody', () => {
  test('what must not be done stands before the number', () => {
    const html = panel(withPhone({ voicemail: 'no', otherAnswers: 'hang-up', times: ['evening'] }))
    expect(textOf(html)).toMatch(
      /Do NOT leave a voicemail.*If someone else answers: hang up.*evenings.*Call \(305\) 555-0142/,
    )
    expect(html).toContain('href="tel:+13055550142"')
    expect(html).not.toContain('Say only this')
  })

  test('where a voicemail is allowed, its words are given', () => {
    const words = textOf(panel(withPhone({ voicemail: 'yes' })))
    expect(words).toContain('Please call me back at 305-555-0100.')
    expect(words).not.toContain('Do NOT')
  })

  test('somebody who did not say what to do is protected all the same', () => {
    expect(textOf(panel(withPhone({})))).toContain('they did not say what to do. Say nothing about the clinic.')
  })

  test('whoever asked for e-mail is not called', () => {
    const html = panel(byEmail)
    expect(textOf(html)).toMatch(/Answer by e-mail only.*Do not mention treatment.*Language: Spanish/)
    expect(html).not.toContain('tel:')
  })
})

describe('what happened', () => {
  const buttons = (given: Inquiry) =>
    [...renderToStaticMarkup(<AttemptForm about={about} inquiry={given} />).matchAll(/value="([a-z-]+)"/g)].map(
      ([, value]) => value,
    )

  test('only what the person allowed is offered', () => {
    expect(buttons(withPhone({ voicemail: 'no' }))).toEqual(['reached', 'no-answer'])
    expect(buttons(withPhone({ voicemail: 'yes' }))).toEqual(['reached', 'no-answer', 'left-voicemail'])
    expect(buttons(byEmail)).toEqual(['wrote'])
  })

  test('a press says which inquiry, in which state the reader saw it', () => {
    const html = renderToStaticMarkup(<AttemptForm about={about} inquiry={inquiry} />)
    expect(html).toContain('name="reference" value="KW-ABCDE"')
    expect(html).toContain('name="version" value="3"')
    expect(html).toContain('action="/staff/act/attempt" method="post"')
  })
})

describe('the history', () => {
  const line = (changes: Partial<HistoryLine>): HistoryLine => ({
    ...{ id: '1', at: Date.parse('2026-11-23T15:00Z'), by: 'Rosa', kind: 'note', detail: '', note: null },
    isUnopenable: false,
    ...changes,
  })
  const told = (changes: Partial<HistoryLine>) =>
    textOf(renderToStaticMarkup(<History lines={[line(changes)]} timeZone="America/New_York" />))

  test('each line says when, who and what', () => {
    expect(told({ kind: 'closed', detail: 'booked' })).toContain('Mon, Nov 23, 10:00 AM EST by Rosa Closed: Booked')
    expect(told({ kind: 'snoozed', detail: String(Date.parse('2026-11-24T14:00Z')) })).toContain(
      'until Tue, Nov 24, 9:00 AM',
    )
    expect(told({ kind: 'given', detail: 'Tom', by: null })).toContain('by itself Given to Tom')
  })

  test('a note cannot become markup, and one that does not open says so', () => {
    expect(told({ note: '<script>x</script>' })).toContain('&lt;script&gt;')
    expect(told({ isUnopenable: true })).toContain('its key is not here')
  })

  test('every kind of event has words', () => {
    const kinds = [
      'reached',
      'no-answer',
      'left-voicemail',
      'wrote',
      'given-back',
      'woken',
      'reopened',
      'released',
      'sent-again',
    ]
    for (const kind of kinds) expect(told({ kind }), kind).toMatch(/by Rosa [A-Z]/)
  })
})

test('neutral words open in the mail program, with the name and nothing of the clinic', () => {
  const html = renderToStaticMarkup(<SavedReplies email="a&b=c?@person.example" name="Ana & Co" />)
  const [, href = ''] = /href="(mailto:[^"]+)"/.exec(html) ?? []
  const address = new URL(href.replaceAll('&amp;', '&'))
  expect(decodeURIComponent(address.pathname)).toBe('a&b=c?@person.example')
  expect(address.searchParams.get('subject')).toBe('Your message')
  expect(address.searchParams.get('body')).toMatch(/^Hello Ana & Co,\r\n/)
})

test.each([
  { isSteppedUp: false, isManager: true, shown: [], link: true },
  { isSteppedUp: true, isManager: false, shown: ['delete'], link: false },
  { isSteppedUp: true, isManager: true, shown: ['export', 'delete'], link: false },
])('what is rarely needed is offered to whom it is open: %o', ({ shown, link, ...may }) => {
  const html = renderToStaticMarkup(<RareForm about={about} row={{ mail: null } as InboxRow} {...may} />)
  const offered = [...html.matchAll(/action="\/staff\/(?:act\/)?(delete|export)/g)].map(([, name]) => name)
  expect(offered).toEqual(shown)
  expect(html.includes('/staff/confirm/KW-ABCDE')).toBe(link)
})
