import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { listBackups } from '#lib/backup/make.ts'
import { makeBackupAside } from '#lib/backup/make-aside.ts'
import { verifyBackup } from '#lib/backup/verify.ts'
import { makePrivateKeyText, textOfKey } from '#lib/seal/key-pair.ts'
import { sealKeysFrom } from '#lib/seal/keys.ts'
import { eachEngine } from '#tests/support/database.ts'
import { oweDeliveries, START } from '#tests/support/delivery.ts'
import { makeFolder } from '#tests/support/folder.ts'
import { keys } from '#tests/support/inquiry.ts'

test.each(eachEngine)('makes and proves a backup in a thread of its own, on $engine', async ({ makeDatabase }) => {
  const { db, place } = await makeDatabase()
  await oweDeliveries(db, 3)
  const keyText = makePrivateKeyText()
  const folder = join(makeFolder(), 'backups')
  vi.stubEnv('DATA_DIR', makeFolder())
  vi.stubEnv('SEAL_PRIVATE_KEYS', keyText)

  const made = await makeBackupAside({ place, folder, now: START })
  expect(made.rows).toMatchObject({ inquiry: 3, delivery: 3 })
  expect(listBackups(folder).map(({ name }) => name)).toEqual([made.name])
  expect(await verifyBackup(join(folder, made.name), sealKeysFrom(keyText).privateKeys)).toMatchObject({
    rows: { inquiry: 3 },
  })
})

test('says why it made none: without a private key, and with a database that is none', async () => {
  const folder = join(makeFolder(), 'backups')
  vi.stubEnv('DATA_DIR', makeFolder())
  vi.stubEnv('SEAL_PRIVATE_KEYS', makePrivateKeyText())
  const place = join(makeFolder(), 'clinic.db')
  writeFileSync(place, 'This is no database, and long enough to be seen as something else.'.repeat(99))
  await expect(makeBackupAside({ place, folder, now: START })).rejects.toThrow('not a database')

  vi.stubEnv('ROLE', 'site')
  vi.stubEnv('SEAL_PRIVATE_KEYS', '')
  vi.stubEnv('SEAL_PUBLIC_KEY', textOfKey(keys.publicKeys[0]?.raw ?? Buffer.alloc(0)))
  vi.stubEnv('DRAFT_KEY', randomBytes(32).toString('base64'))
  await expect(makeBackupAside({ place, folder, now: START })).rejects.toMatchObject({ reason: 'no-private-key' })
})
