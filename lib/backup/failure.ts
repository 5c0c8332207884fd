const sentences = {
  'no-private-key': 'A backup is proven by opening it, and no private key is here.',
  'not-found': 'There is no such backup.',
  'not-a-backup': 'This is not a backup of this product, or it ends too early.',
  'does-not-match': 'What was read back is not what was written: do not rely on this backup.',
  'newer-version': 'It was made by a newer version of the product: restore it with that one.',
  'not-empty': 'The database is not empty, and nothing was changed: restore into one that holds nothing.',
  'tables-too-new':
    'The empty database has newer tables than the backup, and nothing was changed: restore where no database is yet.',
} as const

export type BackupFailure = keyof typeof sentences

/** Why a backup was not made, or not restored, in words. */
export class BackupError extends Error {
  readonly reason: BackupFailure

  constructor(reason: BackupFailure) {
    super(sentences[reason])
    this.name = 'BackupError'
    this.reason = reason
  }
}
