import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { openDatabase } from '#lib/db/connection.ts'
import { migrateDatabase } from '#lib/db/migrate.ts'
import { probeDatabase } from '#lib/db/probe.ts'

/** A process that stores inquiries one after the other, as fast as it can, and says which it was told are stored. */
export function startWriter(place: string, { pragma = '' } = {}) {
  const code = `
    import { randomUUID } from 'node:crypto'
    import { sql } from 'kysely'
    import { openDatabase } from '#lib/db/connection.ts'
    import { storeOne } from '#tests/support/store-one.ts'
    const db = openDatabase(${JSON.stringify(place)})
    if (${JSON.stringify(pragma)}) await sql.raw(${JSON.stringify(`pragma ${pragma}`)}).execute(db)
    for (;;) {
      const id = randomUUID()
      await storeOne(db, id)
      process.stdout.write(id + '\\n')
    }`
  const child: ChildProcess = spawn(process.execPath, ['--input-type=module-typescript', '-e', code], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let heard = ''
  child.stdout?.on('data', (chunk) => {
    heard += chunk
  })

  return {
    /** Every inquiry of which we have heard by now that it is stored. */
    acknowledged: () =>
      heard
        .slice(0, heard.lastIndexOf('\n') + 1)
        .split('\n')
        .filter(Boolean),
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}

export async function makeTables(place: string): Promise<void> {
  const db = openDatabase(place)
  await migrateDatabase(db)
  await db.destroy()
}

/** Which of these inquiries are not there with exactly one delivery. Throws when the database is not sound. */
export async function missingFrom(place: string, acknowledged: Iterable<string>): Promise<string[]> {
  const db = openDatabase(place)
  try {
    await probeDatabase(db)
    const rows = await db.selectFrom('delivery').select('inquiry_id').execute()
    const deliveries = new Map<string | null, number>()
    for (const { inquiry_id } of rows) deliveries.set(inquiry_id, (deliveries.get(inquiry_id) ?? 0) + 1)
    const stored = new Set((await db.selectFrom('inquiry').select('id').execute()).map(({ id }) => id))
    return [...acknowledged].filter((id) => !stored.has(id) || deliveries.get(id) !== 1)
  } finally {
    await db.destroy()
  }
}
