import { randomInt } from 'node:crypto'

/** Without 0 and O, 1, I and L, and without B, S, U, Z, which pass for 8, 5, V, 2: people copy it by hand. */
const ALPHABET = '23456789ACDEFGHJKMNPQRTVWXY'
const LENGTH = 5
const REFERENCE = new RegExp(`^KW-[${ALPHABET}]{${LENGTH}}$`)

/** A public id that gives away nothing: not how many came before, not who wrote. */
export function makeReference(pick = randomInt): string {
  return `KW-${Array.from({ length: LENGTH }, () => ALPHABET[pick(ALPHABET.length)]).join('')}`
}

/** A reference as somebody typed it, in the form we store; anything else is not one. */
export function readReference(typed: string): string | undefined {
  const reference = typed.trim().toUpperCase()
  return REFERENCE.test(reference) ? reference : undefined
}
