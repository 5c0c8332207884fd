import { globSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { acts } from '#lib/inbox/act.ts'
import { inquiryActs, staffForms } from '#lib/staff/path.ts'
import { formOf, leaksIn, ownForm, startInbox } from '#tests/support/inbox-attack.ts'

/** Who may open which page and send which form. A new one that stands in no table fails the first test. */

/** The person it opens for: anybody, somebody signed in, somebody of the staff, or a manager. */
type For = 'anybody' | 'own' | 'staff' | 'manager'

const pages: Record<string, For> = {
  '': 'staff',
  '[view]': 'staff',
  'inquiries/[reference]': 'staff',
  search: 'staff',
  sessions: 'staff',
  passkeys: 'own',
  'passkeys/codes': 'own',
  'confirm/[page]': 'own',
  'sign-in': 'anybody',
  'sign-in/again': 'anybody',
  enrol: 'anybody',
  overview: 'manager',
  audit: 'manager',
  export: 'manager',
  people: 'manager',
}

const forms: Record<string, For> = {
  'act/[act]': 'staff',
  'search/find': 'staff',
  'sessions/end': 'own',
  'sign-out': 'own',
  'step-up': 'own',
  'passkeys/add': 'own',
  'passkeys/remove': 'own',
  'passkeys/keep-codes': 'own',
  'people/add': 'manager',
  'people/link': 'manager',
  'people/disable': 'manager',
  'export/inquiry': 'manager',
  'export/period': 'manager',
  'sign-in/passkey': 'anybody',
  'sign-in/code': 'anybody',
  'enrol/passkey': 'anybody',
  // Only puts the secret of a link into a cookie.
  'enrol/[token]': 'anybody',
}

let inbox: Awaited<ReturnType<typeof startInbox>>
beforeAll(async () => {
  inbox = await startInbox()
})
afterAll(() => inbox.server.remove())

const addressOf = (name: string) =>
  `/staff/${name}`
    .replace('[view]', 'mine')
    .replace('[reference]', inbox.reference)
    .replace('[page]', 'passkeys')
    .replace('[act]', 'note')
    .replace(/\/$/, '')

const namesFor = (table: Record<string, For>, ...wanted: For[]) =>
  Object.keys(table).filter((name) => wanted.includes(table[name] ?? 'anybody'))

const everything = () => ({
  ...{
    reference: inbox.reference,
    version: '0',
    note: 'x',
    attempt: 'reached',
    closing: 'spam',
    to: inbox.staff.staffId,
  },
  ...{
    confirmation: inbox.reference,
    id: inbox.manager.staffId,
    which: 'all-others',
    name: 'Intruder',
    role: 'manager',
  },
  ...{ from: '2020-01-01', until: '2030-01-01', page: 'people', answer: '{}', for: '305-555-0142' },
})
const press = (name: string, { token, headers = ownForm }: { token?: string; headers?: Record<string, string> } = {}) =>
  inbox.send({ method: 'POST', target: addressOf(name), headers, body: formOf(everything()), ...(token && { token }) })

test('every page and every form of the inbox stands in a table, and so does every act', () => {
  const found = (file: string) =>
    globSync(`app/staff/**/${file}`).map((path) => path.slice(10, -file.length).replace(/\/$/, ''))
  expect(found('page.tsx').sort()).toEqual(Object.keys(pages).sort())
  expect(found('route.ts').sort()).toEqual(Object.keys(forms).sort())
  expect(inquiryActs.toSorted()).toEqual(Object.keys(acts).sort())

  const posted = Object.keys(forms).filter((name) => !name.includes('['))
  const addresses = [...posted.map((name) => `/staff/${name}`), ...inquiryActs.map((act) => `/staff/act/${act}`)]
  expect(Object.keys(staffForms).sort()).toEqual(addresses.sort())
})

test('nobody without a session opens a page that is not a way in', async () => {
  for (const name of namesFor(pages, 'own', 'staff', 'manager')) {
    const answer = await inbox.send({ target: addressOf(name) })
    expect([name, answer.status, /^location: (.*)$/im.exec(answer.head)?.[1]]).toEqual([name, 303, '/staff/sign-in'])
  }
})

test('nobody without a session sends a form that is not a way in, nor any act', async () => {
  const before = await inbox.picture()
  const names = [...namesFor(forms, 'own', 'staff', 'manager'), ...inquiryActs.map((act) => `act/${act}`)]
  for (const name of names) {
    const answer = await press(name)
    expect([name, answer.status]).toEqual([name, 401])
    expect(leaksIn(answer, inbox.reference)).toEqual([])
  }
  expect(await inbox.picture()).toBe(before)
})

test.each<[string, Record<string, string>]>([
  ['another site', { 'Sec-Fetch-Site': 'cross-site' }],
  ['a sister site', { 'Sec-Fetch-Site': 'same-site' }],
  ['the address bar', { 'Sec-Fetch-Site': 'none' }],
  ['a browser that does not say', {}],
  ['a browser that says something else', { 'Sec-Fetch-Site': 'same-origin, cross-site' }],
])('a form from %s does nothing, even with a session', async (_name, said) => {
  const before = await inbox.picture()
  const headers = { 'Content-Type': ownForm['Content-Type'], Origin: 'null', ...said }
  const names = Object.keys(forms).filter((name) => name !== 'enrol/[token]' && name !== 'act/[act]')
  for (const name of [...names, ...inquiryActs.map((act) => `act/${act}`)]) {
    const answer = await press(name, { token: inbox.manager.token, headers })
    expect([name, answer.status]).toEqual([name, 403])
    expect(leaksIn(answer, inbox.reference)).toEqual([])
  }
  expect(await inbox.picture()).toBe(before)
})

test('somebody of the staff who is no manager opens no page for managers', async () => {
  for (const name of namesFor(pages, 'manager')) {
    const { status, head, body } = await inbox.send({ target: addressOf(name), token: inbox.staff.token })
    expect([name, status, /^location: (.*)$/im.exec(head)?.[1]]).toEqual([name, 307, '/staff?said=managers-only'])
    expect([name, /Canary Manager|inquiry opened/.test(body)]).toEqual([name, false])
  }
})

test('somebody of the staff who is no manager sends no form for managers, made by hand', async () => {
  const before = await inbox.picture()
  for (const name of namesFor(forms, 'manager')) {
    const answer = await press(name, { token: inbox.staff.token })
    expect([name, answer.status]).toEqual([name, 403])
    expect(leaksIn(answer, inbox.reference)).toEqual([])
  }
  expect(await inbox.picture()).toBe(before)
})

test('without a fresh proof nobody deletes, takes data out or lets others in, not even a manager', async () => {
  const stale = await inbox.letInManager('Canary Stale')
  const before = await inbox.picture()
  const wants: [string, RegExp][] = [
    ['act/delete', new RegExp(`/staff/confirm/${inbox.reference}$`, 'm')],
    ['export/inquiry', new RegExp(`/staff/confirm/${inbox.reference}$`, 'm')],
    ['export/period', /\/staff\/confirm\/export$/m],
    ['people/add', /said=not-fresh$/m],
    ['people/link', /said=not-fresh$/m],
    ['people/disable', /said=not-fresh$/m],
    ['passkeys/remove', /said=not-fresh$/m],
  ]
  for (const [name, place] of wants) {
    const { status, head } = await press(name, { token: stale })
    expect([name, status]).toEqual([name, 303])
    expect(head.replaceAll('\r', '')).toMatch(place)
  }
  expect(await inbox.picture()).toBe(before)
})

test('the control: the same hand-made forms work for whoever may send them', async () => {
  const before = await inbox.picture()
  const exported = await press('export/inquiry', { token: inbox.manager.token })
  expect(exported.status).toBe(200)
  expect(leaksIn(exported, inbox.reference)).toContain('my heart')
  expect((await press('act/note', { token: inbox.staff.token })).head).toMatch(/said=noted/)
  expect((await press('people/add', { token: inbox.manager.token })).status).toBe(303)
  expect(await inbox.picture()).not.toBe(before)
})
