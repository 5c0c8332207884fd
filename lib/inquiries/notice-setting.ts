import { env } from '#lib/env.ts'
import type { PublicKey } from '#lib/seal/key-pair.ts'

/** How somebody besides the clinic's mailbox is told that the inbox needs a person. */
export type NoticeSetting = {
  publicKeys: readonly PublicKey[]
  from: string
  /** The second address; without one nobody is told, and nothing is marked as told. */
  to: string | undefined
  inboxUrl: string
}

/** Who is told, and how, by the settings of this process. */
export function noticeSettingOfThisProcess(): NoticeSetting {
  const { sealKeys, mailFrom, clinicInboxBackup, staffOrigin } = env()
  return { publicKeys: sealKeys.publicKeys, from: mailFrom, to: clinicInboxBackup, inboxUrl: `${staffOrigin}/staff` }
}
