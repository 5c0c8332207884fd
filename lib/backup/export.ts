import type { Db } from '#lib/db/schema.ts'
import { inSnapshot, type Snapshot } from '#lib/db/snapshot.ts'
import { type End, type Head, makeDigest, rowLine } from './line.ts'

/** Worth nothing tomorrow, or, like a session or a salt, meant to be gone by then. */
const leftOut = new Set([
  'migration',
  'probe',
  'lease',
  'session',
  'challenge',
  'enrolment',
  'allowance',
  'pause',
  'daily_salt',
  'visit_count',
  'seen_message',
  'viewing',
])
/** Others name these, so they come first. */
const namedByOthers = ['inquiry', 'staff']

export const backedUp = (tables: string[]) => [
  ...namedByOthers.filter((table) => tables.includes(table)),
  ...tables.filter((table) => !leftOut.has(table) && !namedByOthers.includes(table)),
]

/** Every row worth keeping, as lines, as they were at one moment. The connection must be its own. */
export async function exportLines(db: Db, at: number, write: (line: string) => Promise<void>): Promise<End> {
  return inSnapshot(db, async (snapshot) => {
    const head: Head = { backup: 1, at, schema: await schemaOf(snapshot) }
    await write(JSON.stringify(head))
    const digest = makeDigest()
    for (const table of backedUp(snapshot.tables))
      for await (const row of snapshot.rowsOf(table)) {
        const line = rowLine(table, row)
        digest.add(table, line)
        await write(line)
      }
    await write(JSON.stringify(digest.end()))
    return digest.end()
  })
}

async function schemaOf(snapshot: Snapshot): Promise<number> {
  let newest = 0
  for await (const { number } of snapshot.rowsOf('migration')) newest = Math.max(newest, Number(number))
  return newest
}
