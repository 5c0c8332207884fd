import { afterAll, beforeAll, expect, test } from 'vitest'
import { database } from '#lib/db/connection.ts'
import { migrateDatabase } from '#lib/db/migrate.ts'
import { managerForm, openForm, ownForm, staffForm } from '#lib/staff/form.ts'
import { setting } from '#lib/staff/relying-party.ts'
import { isolateProcess } from '#tests/support/isolate-process.ts'
import { letInto } from '#tests/support/signed-in.ts'

isolateProcess()
beforeAll(() => migrateDatabase(database()))
afterAll(() => database().destroy())

const cookieOf = async (role: 'staff' | 'manager', { hasCodes = true } = {}) =>
  `staff=${(await letInto(setting(), { name: crypto.randomUUID(), role, hasCodes })).token}`

const done = async () => new Response('done')
const forms = { open: openForm(done), own: ownForm(done), staff: staffForm(done), manager: managerForm(done) }

async function send(form: keyof typeof forms, cookie = '', site = 'same-origin'): Promise<number> {
  const headers = { cookie, 'sec-fetch-site': site, 'content-type': 'application/x-www-form-urlencoded' }
  const response = await forms[form](new Request('http://localhost/', { method: 'POST', headers, body: 'a=b' }))
  return response.status
}

test('each form takes those it is for, and nobody else', async () => {
  const [nobody, unprepared, staff, manager] = [
    '',
    await cookieOf('manager', { hasCodes: false }),
    await cookieOf('staff'),
    await cookieOf('manager'),
  ]
  const answers = (form: keyof typeof forms) =>
    Promise.all([nobody, unprepared, staff, manager].map((cookie) => send(form, cookie)))

  expect(await answers('open')).toEqual([200, 200, 200, 200])
  expect(await answers('own')).toEqual([401, 200, 200, 200])
  expect(await answers('staff')).toEqual([401, 401, 200, 200])
  expect(await answers('manager')).toEqual([401, 401, 403, 200])
})

test('whoever was made a manager in the database alone sends no form of a manager, nor any other', async () => {
  const cookie = await cookieOf('staff')
  expect(await send('staff', cookie)).toBe(200)
  await database().updateTable('staff').set({ role: 'manager' }).execute()
  expect(await Promise.all([send('manager', cookie), send('staff', cookie)])).toEqual([401, 401])
})

test.each(['cross-site', 'same-site', 'none', ''])(
  'a form that comes from "%s" is refused, session or not',
  async (site) => {
    const manager = await cookieOf('manager')
    for (const form of Object.keys(forms)) expect(await send(form as keyof typeof forms, manager, site)).toBe(403)
  },
)
