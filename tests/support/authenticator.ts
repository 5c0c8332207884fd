import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import { isoCBOR } from '@simplewebauthn/server/helpers'

type Behaviour = {
  /** The page the browser says it is on. */
  origin?: string
  /** The name the passkey is asked for. */
  partyId?: string
  isVerified?: boolean
  /** What the key says about being found by itself. */
  isDiscoverable?: boolean
  /** Signs something else than what it shows. */
  isForged?: boolean
}

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest()
const FLAGS = { present: 0x01, verified: 0x04, holdsKey: 0x40 }

/** A passkey without hardware: signs as the standard says, and lies where a test asks it to. Answers as form fields carry them. */
export function makeAuthenticator({ origin, counts = true }: { origin: string; counts?: boolean }) {
  const id = randomBytes(16)
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  let counter = 0

  function authenticatorData(partyId: string, flags: number): Buffer {
    if (counts) counter += 1
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    return Buffer.concat([sha256(partyId), Buffer.from([flags]), count])
  }

  const clientData = (type: string, challenge: string, page: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: page, crossOrigin: false }))

  const shared = { id: id.toString('base64url'), rawId: id.toString('base64url'), type: 'public-key' }

  return {
    id: shared.id,
    /** Puts the counter back, as in a copy of the key that was made earlier. */
    setCounter(value: number) {
      counter = value
    },

    create(options: PublicKeyCredentialCreationOptionsJSON, behaviour: Behaviour = {}): string {
      const partyId = behaviour.partyId ?? options.rp.id ?? ''
      const verified = behaviour.isVerified === false ? 0 : FLAGS.verified
      const length = Buffer.alloc(2)
      length.writeUInt16BE(id.length)
      const authData = Buffer.concat([
        authenticatorData(partyId, FLAGS.present | FLAGS.holdsKey | verified),
        Buffer.alloc(16),
        length,
        id,
        coseKey(publicKey),
      ])
      const attestation = isoCBOR.encode(
        new Map<string, unknown>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', new Uint8Array(authData)],
        ]) as never,
      )
      return JSON.stringify({
        ...shared,
        clientExtensionResults: { credProps: { rk: behaviour.isDiscoverable ?? true } },
        response: {
          clientDataJSON: clientData('webauthn.create', options.challenge, behaviour.origin ?? origin).toString(
            'base64url',
          ),
          attestationObject: Buffer.from(attestation).toString('base64url'),
          transports: ['internal'],
        },
      })
    },

    get(options: PublicKeyCredentialRequestOptionsJSON, behaviour: Behaviour = {}): string {
      const partyId = behaviour.partyId ?? options.rpId ?? ''
      const verified = behaviour.isVerified === false ? 0 : FLAGS.verified
      const authData = authenticatorData(partyId, FLAGS.present | verified)
      const client = clientData('webauthn.get', options.challenge, behaviour.origin ?? origin)
      const signed = Buffer.concat([authData, sha256(behaviour.isForged ? 'something else' : client)])
      return JSON.stringify({
        ...shared,
        clientExtensionResults: {},
        response: {
          clientDataJSON: client.toString('base64url'),
          authenticatorData: authData.toString('base64url'),
          signature: sign('sha256', signed, privateKey).toString('base64url'),
        },
      })
    },
  }
}

/** An ES256 key as COSE writes it (RFC 9053): kind, algorithm, curve and the two coordinates. */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  const map = new Map<number, unknown>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
    [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
  ])
  return Buffer.from(isoCBOR.encode(map as never))
}
