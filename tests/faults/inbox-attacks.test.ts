import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { type Attack, formOf, leaksIn, ownForm, startInbox } from '#tests/support/inbox-attack.ts'

/** F21: nothing of the inbox without a session, whatever is asked and however. */

let inbox: Awaited<ReturnType<typeof startInbox>>
beforeAll(async () => {
  inbox = await startInbox()
})
afterAll(() => inbox.server.remove())

const withReference = (target: string) => target.replaceAll('REF', inbox.reference)
const shared = ['/staff', '/staff/mine', '/staff/inquiries/REF', '/staff/audit', '/staff/export', '/staff/people']

/** One path of the inbox, written in every way that could mean it to some part of a server and not to another. */
const disguises: ((path: string) => string)[] = [
  (path) => path,
  (path) => `${path}/`,
  (path) => `${path}//`,
  (path) => `${path}/.`,
  (path) => `${path}.`,
  (path) => `${path}%20`,
  (path) => `${path}%00`,
  (path) => `${path};a=b`,
  (path) => `${path}#main`,
  (path) => `${path}?said=deleted`,
  (path) => `${path}?still=1&after=0.0.a`,
  (path) => `${path}?_rsc=1`,
  (path) => `${path}.rsc`,
  (path) => `${path}.txt`,
  (path) => `${path}.html`,
  (path) => `${path}.json`,
  (path) => `${path}/index.html`,
  (path) => `${path}.segments/_tree.segment.rsc`,
  (path) => `${path}.segments/_full.segment.rsc`,
  (path) => `${path}.prefetch.rsc`,
  (path) => `/_next/data/build${path}.json`,
  (path) => `/en${path}`,
  (path) => `/en${path}.rsc`,
  (path) => `/es${path}`,
  (path) => `/en/en${path}`,
  (path) => `/en/..${path}`,
  (path) => `/contact/..${path}`,
  (path) => `/contact/%2e%2e${path}`,
  (path) => `/staff/sign-in/..${path}`,
  (path) => `/staff/sign-in/%2e%2e${path.replace('/staff', '')}`,
  (path) => `/staff/sign-in/..%2f..${path}`,
  (path) => `/staff/sign-in${path.replace('/staff', '')}`,
  (path) => `/staff/enrol${path.replace('/staff', '')}`,
  (path) => `/staff/sign-in?${path}`,
  (path) => `/${path}`,
  (path) => `/.${path}`,
  (path) => `/\\${path.slice(1)}`,
  (path) => path.toUpperCase(),
  (path) => path.replace('staff', 'Staff'),
  (path) => path.replace('staff', '%73taff'),
  (path) => path.replace('staff', '%2573taff'),
  (path) => path.replace('staff', '\u017ftaff'),
  (path) => path.replace('staff', 'staff%2f'),
  (path) => path.replace('staff', 'staff%5c'),
  (path) => path.replace('/staff', '/staff/_next'),
  (path) => path.replace('/staff', '/app/staff'),
  (path) => path.replace('/staff', '/staff/page'),
  (path) => path.replace(/[^/]+$/, '[view]'),
]

test.each(shared)('%s tells nothing to somebody without a session, however it is written', async (path) => {
  for (const disguise of disguises) {
    const target = withReference(disguise(path))
    for (const method of ['GET', 'HEAD']) {
      const answer = await inbox.send({ method, target })
      expect([target, answer.status >= 300 || /sign-in|enrol/.test(target)]).toEqual([target, true])
      expect([target, leaksIn(answer, inbox.reference).filter((word) => !target.includes(word))]).toEqual([target, []])
      expectKept({ method, target }, answer.head)
    }
  }
})

test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'QUERY', 'PROPFIND', 'get', 'GETS'])(
  'the method %s gets nothing out and changes nothing',
  async (method) => {
    const before = await inbox.picture()
    for (const path of [...shared, '/staff/act/delete', '/staff/export/period']) {
      const body = method === 'POST' ? formOf({ reference: inbox.reference, version: '0' }) : ''
      const answer = await inbox.send({ method, target: withReference(path), headers: body ? ownForm : {}, body })
      expect([path, answer.status >= 400 || answer.status === 303]).toEqual([path, true])
      expect([path, leaksIn(answer, inbox.reference)]).toEqual([path, []])
    }
    expect(await inbox.picture()).toBe(before)
  },
)

const sha = (text: string) => createHash('sha256').update(text).digest('base64url')

/** Headers that moved other servers to open a door, or that hold something like a session. */
const headers: [string, () => Record<string, string>][] = [
  ...['middleware', 'src/middleware', 'pages/_middleware', 'proxy'].map(
    (name): [string, () => Record<string, string>] => [
      `x-middleware-subrequest: ${name}`,
      () => ({ 'x-middleware-subrequest': Array(5).fill(name).join(':') }),
    ],
  ),
  ['x-middleware-rewrite', () => ({ 'x-middleware-rewrite': `/staff/inquiries/${inbox.reference}` })],
  ['x-middleware-prefetch', () => ({ 'x-middleware-prefetch': '1', 'x-middleware-next': '1' })],
  ['x-matched-path', () => ({ 'x-matched-path': '/staff', 'x-invoke-path': '/staff', 'x-invoke-status': '200' })],
  ['x-original-url', () => ({ 'X-Original-URL': '/staff', 'X-Rewrite-URL': '/staff', 'X-Forwarded-Uri': '/staff' })],
  ['a prefetch', () => ({ RSC: '1', 'Next-Router-Prefetch': '1', 'Next-Router-Segment-Prefetch': '/_tree' })],
  [
    'all of a page for React',
    () => ({ RSC: '1', 'Next-Router-State-Tree': '%5B%22%22%2C%7B%7D%5D', 'Next-Url': '/staff' }),
  ],
  ['page data', () => ({ 'x-nextjs-data': '1', purpose: 'prefetch' })],
  ['a preview', () => ({ Cookie: '__prerender_bypass=1; __next_preview_data=1', 'x-prerender-revalidate': '1' })],
  [
    'this very machine',
    () => ({ 'X-Forwarded-For': '127.0.0.1', 'X-Real-IP': '127.0.0.1', Forwarded: 'for=127.0.0.1' }),
  ],
  [
    'a user',
    () => ({ Authorization: 'Basic c3RhZmY6c3RhZmY=', 'X-Remote-User': 'Manager', 'X-Forwarded-User': 'Manager' }),
  ],
  ['another method in a header', () => ({ 'X-HTTP-Method-Override': 'POST', 'X-Method-Override': 'POST' })],
  ['an empty session', () => ({ Cookie: 'staff=' })],
  ['a made-up session', () => ({ Cookie: `staff=${'A'.repeat(43)}` })],
  ['what is stored of a session', () => ({ Cookie: `staff=${sha(inbox.manager.token)}` })],
  ['the id of a person', () => ({ Cookie: `staff=${inbox.manager.staffId}` })],
  ['a session with more behind it', () => ({ Cookie: `staff=${inbox.manager.token}x` })],
  [
    'a session under another name',
    () => ({ Cookie: `__Host-staff=${inbox.manager.token}; Staff=${inbox.manager.token}` }),
  ],
  ['a session in quotes', () => ({ Cookie: `staff="${inbox.manager.token}"` })],
  [
    'a session in another header',
    () => ({ 'X-Staff': inbox.manager.token, Authorization: `Bearer ${inbox.manager.token}` }),
  ],
  ['a database question', () => ({ Cookie: "staff=' or 1=1 --" })],
]

test.each(headers)('%s opens nothing', async (_name, written) => {
  for (const path of shared) {
    const answer = await inbox.send({ target: withReference(path), headers: written() })
    expect([path, answer.status]).toEqual([path, 303])
    expect(leaksIn(answer, inbox.reference)).toEqual([])
  }
})

test.each(['evil.test', 'localhost', '127.0.0.1', 'inbox.localhost', 'localhost:1', ''])(
  'a request for the host "%s" is not answered from the inbox, even with a session',
  async (host) => {
    for (const path of shared) {
      const answer = await inbox.send({
        target: withReference(path),
        headers: { Host: host },
        token: inbox.manager.token,
      })
      expect([path, [303, 400, 404, 421].includes(answer.status)]).toEqual([path, true])
      expect(leaksIn(answer, inbox.reference)).toEqual([])
    }
  },
)

describe('a session that is over opens nothing:', () => {
  const over: [string, string, string][] = [
    ['too long without use', 'session set seen_at = seen_at - 1800001', 'session set seen_at = seen_at + 1800001'],
    [
      'after twelve hours',
      'session set created_at = created_at - 43200001',
      'session set created_at = created_at + 43200001',
    ],
    ['of somebody who was sent away', 'staff set disabled_at = 1', 'staff set disabled_at = null'],
    ['with no codes left and no passkey', 'recovery_code set used_at = 1', 'recovery_code set used_at = null'],
    ['that was ended', "session set hash = 'x' || hash", 'session set hash = substr(hash, 2)'],
  ]
  test.each(over)('%s', async (_name, end, undo) => {
    const db = new Database(inbox.server.databasePath)
    onTestFinished(() => {
      db.exec(`update ${undo}`)
      db.close()
    })
    db.exec(`update ${end}`)
    for (const path of shared) {
      const answer = await inbox.send({ target: withReference(path), token: inbox.manager.token })
      expect([path, answer.status]).toEqual([path, 303])
      expect(leaksIn(answer, inbox.reference)).toEqual([])
    }
  })
})

test('the control: with a session the same requests are answered, and what they tell would be found', async () => {
  const answers = await Promise.all(
    shared.map((path) => inbox.send({ target: withReference(path), token: inbox.manager.token })),
  )
  expect(answers.map(({ status }) => status)).toEqual(shared.map(() => 200))
  expect(answers.filter((answer) => leaksIn(answer, inbox.reference).length > 0)).toHaveLength(shared.length)
  for (const [place, answer] of answers.entries()) expectKept({ target: shared[place] ?? '' }, answer.head)
})

/** No cache keeps it and no search engine lists it, whatever the answer is. */
function expectKept({ target }: Attack, head: string): void {
  if (!/^\/staff([/?]|$)/.test(target)) return
  expect([target, /^cache-control: no-store$/im.test(head)]).toEqual([target, true])
  expect([target, /^x-robots-tag: noindex, nofollow$/im.test(head)]).toEqual([target, true])
}
