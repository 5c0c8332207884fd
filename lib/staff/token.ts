import { createHash, randomBytes } from 'node:crypto'

/** Where bytes of chance come from; a test brings its own. */
export type Random = (bytes: number) => Buffer

const TOKEN_BYTES = 32

/** A secret of 256 bits that its holder shows again; only its hash is kept. */
export function makeToken(random: Random = randomBytes): string {
  return random(TOKEN_BYTES).toString('base64url')
}

/** What is stored of a secret. The secrets are random and long, so no salt and no slow hash is needed. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}

/** Whether a text could be one of our tokens; anything else must not get into a cookie. */
export function isToken(text: string): boolean {
  return /^[\w-]{43}$/.test(text)
}
