import { join } from 'node:path'
import { openDatabase } from '#lib/db/connection.ts'

export type Stored = { reference: string; deliveries: number; state: string | null }

/** What a server's database holds about each inquiry, read beside the server. */
export async function storedIn(dataFolder: string): Promise<Stored[]> {
  const db = openDatabase(join(dataFolder, 'clinic.db'))
  try {
    return await db
      .selectFrom('inquiry')
      .leftJoin('delivery', (on) => on.onRef('delivery.inquiry_id', '=', 'inquiry.id').on('kind', '=', 'clinic'))
      .groupBy(['inquiry.id', 'inquiry.reference'])
      .select(({ fn }) => [
        'inquiry.reference',
        fn.count<number>('delivery.id').as('deliveries'),
        fn.max('delivery.state').as('state'),
      ])
      .execute()
  } finally {
    await db.destroy()
  }
}
