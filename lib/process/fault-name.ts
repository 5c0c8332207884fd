/** Only the kind of error, for the log: its message may quote what a person wrote. */
export function faultName(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown-fault'
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
