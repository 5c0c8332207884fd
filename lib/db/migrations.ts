import type { Kysely } from 'kysely'
import { createInquiryAndDelivery } from './migration/inquiry-and-delivery.ts'
import { markReplacedDeliveries } from './migration/replaced-delivery.ts'
import { createStaff } from './migration/staff.ts'
import { createWatch } from './migration/watch.ts'
import { widenInquiryAndDelivery } from './migration/widen-inquiry-and-delivery.ts'

type Migration = { number: number; name: string; up: (db: Kysely<unknown>) => Promise<void> }

/** Every change to the tables, in order. A published one is never edited; what is wrong is put right by the next. */
export const migrations: Migration[] = [
  { number: 1, name: 'inquiry-and-delivery', up: createInquiryAndDelivery },
  { number: 2, name: 'widen-inquiry-and-delivery', up: widenInquiryAndDelivery },
  { number: 3, name: 'watch', up: createWatch },
  { number: 4, name: 'staff', up: createStaff },
  { number: 5, name: 'replaced-delivery', up: markReplacedDeliveries },
]
