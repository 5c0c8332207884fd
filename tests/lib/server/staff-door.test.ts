import type { IncomingMessage } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { database } from '#lib/db/connection.ts'
import { migrateDatabase } from '#lib/db/migrate.ts'
import { staffDoor } from '#lib/server/staff-door.ts'
import { setting } from '#lib/staff/relying-party.ts'
import { isolateProcess } from '#tests/support/isolate-process.ts'
import { letInto } from '#tests/support/signed-in.ts'

isolateProcess({ SITE_ORIGIN: 'http://localhost:4380' })
beforeAll(() => migrateDatabase(database()))
afterAll(() => database().destroy())

const ask = (path: string, { method = 'GET', ...headers }: Record<string, string> = {}) =>
  staffDoor()({ method, headers: { host: 'localhost:4380', ...headers } } as unknown as IncomingMessage, path)

const cookieOf = async ({ hasCodes }: { hasCodes: boolean }) =>
  `staff=${(await letInto(setting(), { name: crypto.randomUUID(), hasCodes })).token}`

test.each(['/staff', '/staff/mine', '/staff/anything/that/is/new', '/staff/sign-in-not', '/staff/passkeys'])(
  'without a session %s leads to sign-in',
  async (path) => {
    expect(await ask(path)).toEqual({ kind: 'go', location: '/staff/sign-in' })
    expect(await ask(path, { cookie: 'staff=AAAA; __Host-staff=AAAA' })).toMatchObject({ kind: 'go' })
  },
)

test.each([
  { 'x-middleware-subrequest': 'middleware' },
  { 'x-forwarded-host': 'localhost:4380' },
  { 'next-action': 'a' },
  { authorization: 'Bearer a' },
])('no header stands in for a session: %o', async (headers) => {
  expect(await ask('/staff', headers as Record<string, string>)).toMatchObject({ kind: 'go' })
})

test('a form from somebody who is signed out gets an answer that keeps its words', async () => {
  expect(await ask('/staff/notes', { method: 'POST' })).toEqual({
    kind: 'show',
    path: '/staff/sign-in/again',
    status: 401,
  })
})

test.each(['/staff/sign-in', '/staff/sign-in/again', '/staff/enrol', '/staff/enrol/abc'])(
  '%s is open to everybody',
  async (path) => {
    expect(await ask(path)).toBeUndefined()
  },
)

test('with one passkey and nothing on paper only the own keys open', async () => {
  const cookie = await cookieOf({ hasCodes: false })
  expect(await ask('/staff', { cookie })).toEqual({ kind: 'go', location: '/staff/passkeys' })
  expect(await ask('/staff/confirm/people', { cookie })).toEqual({ kind: 'go', location: '/staff/passkeys' })
  expect(await ask('/staff/passkeys/codes', { cookie })).toBeUndefined()
  expect(await ask('/staff/confirm/passkeys', { cookie })).toBeUndefined()
})

test('with codes on paper everything opens', async () => {
  const cookie = await cookieOf({ hasCodes: true })
  expect(await ask('/staff', { cookie })).toBeUndefined()
})

test('under another name of this machine a page leads to the name that passkeys know, and a form to nothing', async () => {
  const host = '127.0.0.1:4380'
  expect(await ask('/staff', { host })).toEqual({ kind: 'go', location: 'http://localhost:4380/staff' })
  expect(await ask('/staff/sign-out', { host, method: 'POST' })).toEqual({ kind: 'none' })
  expect(await ask('/staff', { host: 'clinic.example' })).toEqual({ kind: 'none' })
})
