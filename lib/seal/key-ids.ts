import type { PrivateKey, PublicKey } from './key-pair.ts'

/** What a `key_id` column holds: the ids of every key that opens the box, separated by spaces, the primary one first. */
export function keyIdsText(publicKeys: readonly PublicKey[]): string {
  return publicKeys.map(({ id }) => id).join(' ')
}

export function isOpenedByAny(keyIds: string, privateKeys: readonly PrivateKey[]): boolean {
  return keyIds.split(' ').some((id) => privateKeys.some(({ publicKey }) => publicKey.id === id))
}
