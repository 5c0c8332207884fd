import { diffieHellman, hkdfSync, type KeyObject } from 'node:crypto'

/** Both public keys go into the derivation, so a box cannot be replayed towards another recipient (as in RFC 9180). */
export function deriveKey(
  own: KeyObject,
  other: KeyObject,
  publicKeys: { ephemeral: Buffer; recipient: Buffer },
  purpose: string,
): Buffer {
  const shared = diffieHellman({ privateKey: own, publicKey: other })
  const salt = Buffer.concat([publicKeys.ephemeral, publicKeys.recipient])
  return Buffer.from(hkdfSync('sha256', shared, salt, purpose, 32))
}
