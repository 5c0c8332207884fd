import { refuseForgetfulPlace } from '#lib/db/place.ts'
import { readyDatabase } from '#lib/db/ready.ts'
import type { Db } from '#lib/db/schema.ts'
import { isDemo } from '#lib/demo/mark.ts'
import { env } from '#lib/env.ts'
import { countUnopenable } from '#lib/inquiries/list.ts'

/** Makes the keys and tables that this role needs and that are not there yet, and proves the database sound. */
export async function openStorage(): Promise<Db> {
  const settings = env()
  refuseForgetfulPlace(settings)
  const { role, sealKeys } = settings
  // Every key this role uses is read or made here, so that a wrong one stops the start and not a visitor.
  if (role === 'all' || role === 'site') void settings.draftKey
  if (role !== 'site') void settings.indexKey

  const db = await readyDatabase()
  if (role !== 'site' && (await countUnopenable(db, sealKeys.privateKeys)) > 0) {
    throw new Error('DATA_DIR holds inquiries sealed for a key that is not here: put the copy of its key back.')
  }
  // Mails to invented people would reach whoever has such an address, and the clinic would call them.
  if (settings.email.kind === 'resend' && (await isDemo(db)))
    throw new Error('RESEND_API_KEY must be unset here: DATA_DIR or DATABASE_URL names the demo, which sends nothing.')
  return db
}
