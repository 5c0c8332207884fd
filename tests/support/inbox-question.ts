import type { Db } from '#lib/db/schema.ts'
import type { ClinicHours } from '#lib/hours/clinic-hours.ts'
import { workingMsBetween } from '#lib/hours/working-time.ts'
import { countInbox } from '#lib/inbox/count.ts'
import type { Desk } from '#lib/inbox/desk.ts'
import { openForDesk } from '#lib/inbox/inquiry.ts'
import { listInbox } from '#lib/inbox/list.ts'
import { overviewOf, waitingNow } from '#lib/inbox/overview.ts'
import { search } from '#lib/inbox/search.ts'
import { type View, views } from '#lib/inbox/view.ts'
import type { SealKeys } from '#lib/seal/keys.ts'
import type { StaffSession } from '#lib/staff/session.ts'
import { browserHeaders } from './browser-headers.ts'
import { phoneOf, referenceOf } from './many-inquiries.ts'

export type Question = { name: string; p50Ms: number; p99Ms: number }

const WARM_UP = 3
const DEEP_PAGE = 150
const ROWS_PER_PAGE = 50

type Asking = { times: number; count: number }
type AtDesk = Asking & { db: Db; keys: SealKeys; indexKey: Buffer; hours: ClinicHours; staffId: string }

/** What staff ask of the data, each so many times; `after` is where a late page of a view begins. */
export async function askDesk({ db, keys, indexKey, hours, staffId, times, count }: AtDesk) {
  const session = { id: 'bench', staffId, name: 'Bench', role: 'manager', isSteppedUp: true } as StaffSession
  const desk: Desk = { session, db, keys, now: Date.now() }
  const workingMs = (from: number, to: number) => workingMsBetween(from, to, hours)
  const after = new Map<View, string>()
  const questions: Question[] = []
  const ask = async (name: string, act: (time: number) => Promise<unknown>) =>
    void questions.push(await timed(name, times, act))

  for (const view of views) {
    await ask(`list ${view}`, () => listInbox(desk, view))
    const deep = await deepPage(desk, view)
    if (!deep) continue
    after.set(view, deep)
    await ask(`list ${view}, late page`, () => listInbox(desk, view, deep))
  }
  await ask('counts', () => countInbox(desk))
  await ask('search by phone', (time) => search(desk, phoneOf(numberFor(time, count)), indexKey))
  await ask('one inquiry', (time) => openForDesk(desk, referenceOf(numberFor(time, count))))
  await ask('overview', () => Promise.all([overviewOf(desk, workingMs), waitingNow(desk)]))
  return { questions, after }
}

/** The same through the built server, as a browser asks. */
export async function askServer(asking: Asking & { origin: string; token: string; after: Map<View, string> }) {
  const { origin, token, times, count, after } = asking
  const headers = { ...browserHeaders, cookie: `staff=${token}` }
  const questions: Question[] = []
  const get = (name: string, path: (time: number) => string) => request(name, (time) => [path(time), { headers }], 200)
  const request = async (name: string, given: (time: number) => [string, RequestInit], status: number) =>
    void questions.push(
      await timed(name, times, async (time) => {
        const [path, init] = given(time)
        const response = await fetch(`${origin}${path}`, { ...init, redirect: 'manual' })
        await response.arrayBuffer()
        if (response.status !== status) throw new Error(`${path}: ${response.status}`)
      }),
    )

  for (const view of views) {
    const path = view === 'waiting' ? '/staff' : `/staff/${view}`
    await get(`list ${view}`, () => path)
    const deep = after.get(view)
    if (deep) await get(`list ${view}, late page`, () => `${path}?after=${deep}`)
  }
  const posted = { ...headers, origin }
  const looked = (time: number) => new URLSearchParams({ for: phoneOf(numberFor(time, count)) })
  await request(
    'search by phone',
    (time) => ['/staff/search/find', { method: 'POST', headers: posted, body: looked(time) }],
    303,
  )
  await get('one inquiry', (time) => `/staff/inquiries/${referenceOf(numberFor(time, count))}`)
  await get('overview', () => '/staff/overview')
  return questions
}

/** Where the 150th page begins, or the last one there is. */
async function deepPage(desk: Desk, view: View): Promise<string | undefined> {
  const { next } = await listInbox(desk, view, undefined, DEEP_PAGE * ROWS_PER_PAGE)
  if (next) return next
  const { rows } = await listInbox(desk, view, undefined, DEEP_PAGE * ROWS_PER_PAGE)
  const size = Math.max(1, rows.length - ROWS_PER_PAGE)
  return (await listInbox(desk, view, undefined, size)).next ?? undefined
}

const numberFor = (time: number, count: number) => (time * 7919 + 13) % count

async function timed(name: string, times: number, act: (time: number) => Promise<unknown>): Promise<Question> {
  const took: number[] = []
  for (let time = -WARM_UP; time < times; time += 1) {
    const began = performance.now()
    await act(Math.abs(time))
    if (time >= 0) took.push(performance.now() - began)
  }
  const sorted = took.sort((one, other) => one - other)
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN
  return { name, p50Ms: at(0.5), p99Ms: at(0.99) }
}
