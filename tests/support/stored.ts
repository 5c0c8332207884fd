import { openDatabase } from '#lib/db/connection.ts'

type Stored = { reference: string; deliveries: number; state: string | null }

/** What a database holds about each inquiry, read beside the server that writes it. */
export async function storedIn(place: string): Promise<Stored[]> {
  const db = openDatabase(place)
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
