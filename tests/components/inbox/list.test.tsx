import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ClockText } from '#components/inbox/clock-text.tsx'
import { InquiryList } from '#components/inbox/inquiry-list.tsx'
import { MailText } from '#components/inbox/mail-text.tsx'
import { Notice } from '#components/inbox/notice.tsx'
import { ReachText } from '#components/inbox/reach-text.tsx'
import { workingText } from '#components/inbox/time-text.ts'
import { WeekFigure } from '#components/inbox/week-figure.tsx'
import { WeekTable } from '#components/inbox/week-table.tsx'
import { HOUR_MS, MINUTE_MS } from '#lib/duration.ts'
import type { Clock } from '#lib/inbox/clock.ts'
import type { Week } from '#lib/inbox/overview.ts'
import type { InboxRow } from '#lib/inbox/row.ts'
import { MONDAY_AT_TEN as now } from '#tests/support/hours.ts'

const timeZone = 'America/New_York'
const row: InboxRow = {
  ...{ id: '1', reference: 'KW-ABCDE', receivedAt: now, amberAt: null, dueAt: now + HOUR_MS, answeredAt: null },
  ...{
    snoozedUntil: null,
    closedAt: null,
    quarantinedAt: null,
    spamSignals: [],
    status: 'new',
    owner: null,
    mail: null,
  },
  reach: { about: 'me', channel: 'phone', voicemail: 'no', language: { choice: 'en' } },
}
const textOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
const clockText = (clock: Clock, changes: Partial<InboxRow> = {}) =>
  textOf(renderToStaticMarkup(<ClockText row={{ ...row, ...changes }} clock={clock} now={now} timeZone={timeZone} />))

test('waiting, half, late, due and answered are told in words, not in colour alone', () => {
  const at = (stage: Clock['stage'], lateMs = 0) => clockText({ stage, waitedMs: 2 * HOUR_MS, lateMs })
  expect(at('fresh')).toBe('waits 2 h due Mon, Nov 23, 11:00 AM EST')
  expect(at('half')).toMatch(/^half the time is over/)
  expect(at('late', 20 * MINUTE_MS)).toMatch(/^late by 20 min/)
  expect(at('late')).toMatch(/^due now/)
  expect(at('answered')).toBe('answered after 2 h')
  expect(clockText({ stage: 'fresh', waitedMs: 0, lateMs: 0 }, { snoozedUntil: now + HOUR_MS })).toContain(
    'snoozed until',
  )
})

test('working time is said as people say it', () => {
  expect([0, 59_999, 61 * MINUTE_MS, 8 * HOUR_MS].map(workingText)).toEqual(['0 min', '0 min', '1 h 1 min', '8 h'])
})

test('"No voicemail" is text', () => {
  const told = (voicemail: 'yes' | 'no' | null) =>
    textOf(
      renderToStaticMarkup(
        <ReachText reach={{ about: 'me', channel: 'phone', voicemail, language: { choice: 'es' } }} />,
      ),
    )
  expect(told('no')).toBe('Phone No voicemail Spanish')
  expect(told('yes')).toBe('Phone Voicemail allowed Spanish')
  expect(textOf(renderToStaticMarkup(<ReachText reach={null} />))).toContain('Cannot be opened')
})

test('what became of an e-mail outweighs how far it went', () => {
  const told = (state: 'sent' | 'attention', fate: 'bounced' | 'delivered' | null) =>
    renderToStaticMarkup(<MailText mail={{ state, fate, last_failure: null }} />)
  expect(told('sent', 'bounced')).toContain('came back')
  expect(told('sent', 'delivered')).toBe('arrived')
  expect(told('attention', null)).toContain('did not go out')
})

test('every part of a row says which column it is, for eyes and for screen readers', () => {
  const clock: Clock = { stage: 'fresh', waitedMs: 0, lateMs: 0 }
  const html = renderToStaticMarkup(<InquiryList rows={[{ row, clock, spam: [] }]} now={now} timeZone={timeZone} />)
  const heads = [...html.matchAll(/<th role="columnheader" scope="col">([^<]+)/g)].map(([, text]) => text)
  const labels = [...html.matchAll(/<td role="cell" data-label="([^"]+)"/g)].map(([, label]) => label)
  expect(heads).toEqual(['Reference', ...labels])
  expect(html).toContain('href="/staff/inquiries/KW-ABCDE"')
})

test('quarantine tells why instead of who', () => {
  const clock: Clock = { stage: 'fresh', waitedMs: 0, lateMs: 0 }
  const rows = [{ row, clock, spam: ['a field was filled', 'the text sells'] }]
  const html = renderToStaticMarkup(<InquiryList rows={rows} now={now} timeZone={timeZone} isQuarantine />)
  expect(html).toContain('a field was filled; the text sells')
  expect(html).not.toContain('Who has it')
})

test('an address can name one of our sentences, and nothing else', () => {
  const said = (name: string) => renderToStaticMarkup(<Notice said={name} />)
  expect(said('too-many')).toContain('Wait five minutes')
  expect(said('no-inquiry')).toContain('That inquiry is not here any more.')
  for (const name of ['<b>', 'toString', '__proto__', '']) expect(said(name)).toBe('')
})

const week = (changes: Partial<Week>): Week => ({
  ...{ week: '2026-11-16', received: 8, spam: 2, answered: 4, inTime: 3, medianMinutes: 60, slowestTenthMinutes: 480 },
  ...changes,
})

test('the figure and the table of weeks say the same', () => {
  const weeks = [week({}), week({ week: '2026-11-09', answered: 2, inTime: 2, medianMinutes: null })]
  const figure = renderToStaticMarkup(<WeekFigure weeks={weeks} />)
  expect(textOf(figure)).toContain('Nov 16 3 of 4 Nov 9 2 of 2')
  const widths = [...figure.matchAll(/<rect[^>]* width="([\d.]+)"/g)].map(([, width]) => Number(width))
  expect(widths).toEqual([220, 165, 110, 110])
  expect(textOf(renderToStaticMarkup(<WeekTable weeks={weeks} />))).toContain(
    '2026-11-16 8 2 (25 %) 4 3 (75 %) 60 min 8 h',
  )
})

test('weeks in which nobody was answered say so', () => {
  expect(renderToStaticMarkup(<WeekFigure weeks={[week({ answered: 0, inTime: 0 })]} />)).toContain(
    'Nobody was answered',
  )
})
