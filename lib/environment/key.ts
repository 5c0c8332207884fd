import { type PublicKey, rawKeyFrom } from '#lib/seal/key-pair.ts'
import {
  areSealKeysIn,
  draftKeyIn,
  indexKeyIn,
  keyTextAt,
  publicKeysFrom,
  type SealKeys,
  sealKeysFrom,
  sealKeysIn,
} from '#lib/seal/keys.ts'
import { EnvironmentError, named } from './failure.ts'
import type { Role } from './role.ts'

export type KeySettings = {
  role: Role
  keysDir: string
  sealPublicKey: string | undefined
  sealPrivateKeys: string | undefined
  givenDraftKey: string | undefined
  givenIndexKey: string | undefined
}

/** The keys this role may hold: the site only public ones, even when private ones lie in its folder. */
export function sealKeysOf(settings: KeySettings): SealKeys {
  const { role, sealPublicKey } = settings
  if (role === 'site') return { publicKeys: readPublicKeys(sealPublicKey ?? ''), privateKeys: [] }

  const keys = ownKeysOf(settings)
  if (!sealPublicKey) return keys
  const publicKeys = readPublicKeys(sealPublicKey)
  if (!publicKeys.some(({ id }) => keys.privateKeys.some(({ publicKey }) => publicKey.id === id)))
    throw new EnvironmentError('SEAL_PUBLIC_KEY must name a key that belongs to one of SEAL_PRIVATE_KEYS: check both.')
  return { publicKeys, privateKeys: keys.privateKeys }
}

function ownKeysOf({ role, sealPrivateKeys, keysDir }: KeySettings): SealKeys {
  if (sealPrivateKeys)
    return named('SEAL_PRIVATE_KEYS', 'must hold keys of 43 characters, or the path of a file that does', () =>
      sealKeysFrom(keyTextAt(sealPrivateKeys)),
    )
  // Where the site seals with a key it was given, keys made here would open none of it.
  if (role !== 'all' && !areSealKeysIn(keysDir))
    throw new EnvironmentError(
      `SEAL_PRIVATE_KEYS must be set when ROLE is ${role}: no private keys are in DATA_DIR, and new ones would open nothing.`,
    )
  return named('DATA_DIR', 'holds sealing keys that cannot be read', () => sealKeysIn(keysDir))
}

function readPublicKeys(keysOrPath: string): PublicKey[] {
  return named('SEAL_PUBLIC_KEY', 'must hold keys of 43 characters, or the path of a file that does', () =>
    publicKeysFrom(keyTextAt(keysOrPath)),
  )
}

export function draftKeyOf({ givenDraftKey, keysDir }: KeySettings): Buffer {
  if (!givenDraftKey) return named('DATA_DIR', 'holds a draft key that cannot be read', () => draftKeyIn(keysDir))
  return named('DRAFT_KEY', 'must be a key of 43 characters, or the path of a file that holds one', () =>
    rawKeyFrom(keyTextAt(givenDraftKey)),
  )
}

export function indexKeyOf({ role, givenIndexKey, keysDir }: KeySettings): Buffer {
  if (role === 'site') throw new EnvironmentError('INDEX_KEY is not read when ROLE is site: it looks nobody up.')
  if (!givenIndexKey) return named('DATA_DIR', 'holds an index key that cannot be read', () => indexKeyIn(keysDir))
  return named('INDEX_KEY', 'must be a key of 43 characters, or the path of a file that holds one', () =>
    rawKeyFrom(keyTextAt(givenIndexKey)),
  )
}

/** Whether private keys lie where this process could read them, though its role never should. */
export function areKeysWithinReach({ role, keysDir }: KeySettings): boolean {
  return role === 'site' && areSealKeysIn(keysDir)
}
