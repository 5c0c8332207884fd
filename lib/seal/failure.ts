const sentences = {
  'malformed-box': 'This is not a sealed box, or it was cut short.',
  'unknown-version': 'This box was sealed by a version of the product this one does not know.',
  'unknown-key': 'None of the private keys at hand belongs to this box.',
  'does-not-open': 'This box was changed after sealing, or belongs to another record or key.',
  'unusable-key': 'A key must be 32 bytes written as 43 characters of base64url.',
} as const

/** A box that cannot be opened, or a key that cannot be used; says which, and never shows what is inside. */
export class SealError extends Error {
  readonly reason: keyof typeof sentences

  constructor(reason: keyof typeof sentences) {
    super(sentences[reason])
    this.name = 'SealError'
    this.reason = reason
  }
}
