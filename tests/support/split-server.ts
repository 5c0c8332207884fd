import { randomBytes } from 'node:crypto'
import { makePrivateKeyText, textOfKey } from '#lib/seal/key-pair.ts'
import { sealKeysFrom } from '#lib/seal/keys.ts'

/** Key material for two processes: what seals goes to one, what opens to the other. */
export function makeSplitKeys() {
  const privateText = makePrivateKeyText()
  const { publicKeys, privateKeys } = sealKeysFrom(privateText)
  const indexKey = textOfKey(randomBytes(32))
  return {
    privateText,
    privateKeys,
    ofSite: { ROLE: 'site', SEAL_PUBLIC_KEY: publicKeys.map(({ raw }) => textOfKey(raw)).join(' ') },
    ofDelivery: { ROLE: 'delivery', SEAL_PRIVATE_KEYS: privateText, INDEX_KEY: indexKey },
    ofInbox: { ROLE: 'inbox', SEAL_PRIVATE_KEYS: privateText, INDEX_KEY: indexKey },
  }
}
