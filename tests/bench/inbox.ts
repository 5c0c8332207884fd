import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { clinic } from '#lib/clinic.ts'
import { openDatabase } from '#lib/db/connection.ts'
import { engineOf } from '#lib/db/engine.ts'
import { migrateDatabase } from '#lib/db/migrate.ts'
import { clinicHours } from '#lib/hours/clinic-hours.ts'
import { applyHours } from '#lib/inquiries/due.ts'
import { indexKeyIn, sealKeysIn } from '#lib/seal/keys.ts'
import { type Store, staffKeyFrom, withMac } from '#lib/staff/mac.ts'
import { addPerson } from '#lib/staff/people.ts'
import { beginSession } from '#lib/staff/session.ts'
import { folderOnDisk } from '#tests/support/disk-folder.ts'
import { askDesk, askServer, type Question } from '#tests/support/inbox-question.ts'
import { storeMany } from '#tests/support/many-inquiries.ts'
import { startCluster } from '#tests/support/postgres-cluster.ts'
import { startServer } from '#tests/support/running-server.ts'

const HELP = `Measures how long staff wait for a page of the inbox among many stored inquiries, each of them really sealed: at the
data alone, and at the built server over HTTP with a session, on SQLite and on PostgreSQL.

  npm run bench:inbox                    100,000 inquiries, 100 times each question
  npm run bench:inbox -- --count 5000    fewer, for a first look
  npm run bench:inbox -- --times 20      less often
  npm run bench:inbox -- --on postgres   on one database alone; the other is called sqlite
  npm run bench:inbox -- --help          show this text

Run it on a quiet machine after npm run build; it takes a few minutes and about 500 MB of disk, given back at the end.
Budget: every list in under 100 ms at the server (p99, 2 quiet cores). Exit code: 1 when a list is slower, or refused.
`
const LIST_MS_MAX = 100
const TELL_EVERY = 10_000

const { values } = parseArgs({
  options: {
    help: { type: 'boolean' },
    count: { type: 'string', default: '100000' },
    times: { type: 'string', default: '100' },
    on: { type: 'string', default: 'both' },
  },
})
if (values.help) {
  console.log(HELP)
  process.exit(0)
}
const count = Number(values.count)
const times = Number(values.times)
const now = Date.now()
const hours = clinicHours(clinic())

const folder = await mkdtemp(join(folderOnDisk(), 'clinic-bench-'))
const cluster = await startCluster()
// Leaving this way ends the PostgreSQL too.
process.once('SIGINT', () => process.exit(130))
const slow: string[] = []
try {
  if (values.on !== 'postgres') await measure('SQLite', join(folder, 'clinic.db'))
  if (values.on !== 'sqlite') await measure('PostgreSQL', cluster.urlOf('postgres'))
} finally {
  await cluster.remove()
  await rm(folder, { recursive: true, force: true })
}
console.log(slow.length > 0 ? `Too slow: ${slow.join(', ')}.` : `Every list took less than ${LIST_MS_MAX} ms.`)
process.exit(slow.length > 0 ? 1 : 0)

async function measure(engine: string, place: string): Promise<void> {
  const db = openDatabase(place)
  const keys = sealKeysIn(join(folder, 'keys'))
  const indexKey = indexKeyIn(join(folder, 'keys'))
  await migrateDatabase(db)
  await applyHours(db, now, { hours, dueWorkingMs: undefined })
  const { staffId, token } = await signIn({ db, staffKey: staffKeyFrom(indexKey) })
  await storeMany(db, { keys, indexKey, hours, now, count, ownerId: staffId }, (stored) => {
    if (stored % TELL_EVERY === 0) console.log(`${engine}: ${stored} of ${count} stored …`)
  })
  // PostgreSQL does this by itself within a minute or so; SQLite needs no such thing.
  if (engineOf(db) === 'postgres') await sql`vacuum analyze`.execute(db)

  const atData = await askDesk({ db, keys, indexKey, hours, staffId, times, count })
  await db.destroy()
  const server = await startServer(
    {
      // Without the work that goes by the clock: it would be measured too.
      ROLE: 'inbox',
      ...(place.startsWith('postgres') && { DATABASE_URL: place, INDEX_KEY: join(folder, 'keys', 'index-key') }),
    },
    { dataFolder: folder },
  )
  try {
    report(engine, atData, await askServer({ origin: server.origin, token, times, count, after: atData.after }))
  } finally {
    await server.end('SIGTERM')
  }
}

/** Somebody who has signed in and has two passkeys, so that the inbox opens. */
async function signIn(store: Store) {
  const { db, staffKey } = store
  const added = await addPerson(store, { name: 'Bench', role: 'manager' }, { actor: 'command', now })
  if (added.kind !== 'added') throw new Error(added.kind)
  const passkey = { staff_id: added.id, public_key: Buffer.alloc(1), counter: 0, transports: '', label: 'Bench' }
  const passkeys = ['one', 'two'].map((id) =>
    withMac(staffKey, 'passkey', { id, ...passkey, created_at: now, used_at: now }),
  )
  await db.insertInto('passkey').values(passkeys).execute()
  return {
    staffId: added.id,
    token: await beginSession(store, { staffId: added.id, device: 'Bench', now: Date.now() }),
  }
}

function report(engine: string, atData: { questions: Question[] }, atServer: Question[]): void {
  console.log(`\n${engine}, ${count} inquiries, ${times} times each`)
  const names = [...new Set([...atData.questions, ...atServer].map(({ name }) => name))]
  const found = (questions: Question[], name: string) => questions.find((question) => question.name === name)
  console.table(
    names.map((name) => {
      const [data, server] = [found(atData.questions, name), found(atServer, name)]
      if (server && name.startsWith('list') && server.p99Ms > LIST_MS_MAX) slow.push(`${engine} ${name}`)
      return {
        asked: name,
        'data p50, ms': data?.p50Ms.toFixed(1) ?? '',
        'data p99, ms': data?.p99Ms.toFixed(1) ?? '',
        'server p50, ms': server?.p50Ms.toFixed(1) ?? '',
        'server p99, ms': server?.p99Ms.toFixed(1) ?? '',
      }
    }),
  )
}
