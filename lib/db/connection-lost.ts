import { DatabaseError } from 'pg'

/** `CONNECTION_LOST`: surely not done. `OUTCOME_UNKNOWN`: the answer was lost, and it may have been done. */
type LossCode = 'CONNECTION_LOST' | 'OUTCOME_UNKNOWN'

export class ConnectionLostError extends Error {
  override readonly name = 'ConnectionLostError'
  readonly code: LossCode

  constructor(code: LossCode, cause: unknown) {
    super(
      code === 'CONNECTION_LOST' ? 'The database cannot be reached.' : 'The database did not say whether it is done.',
      {
        cause,
      },
    )
    this.code = code
  }
}

/** Which loss this is, if it is one. Goes by name: Next bundles a copy of the class, and meets errors of the other. */
export function lossCodeOf(error: unknown): LossCode | undefined {
  return error instanceof Error && error.name === 'ConnectionLostError' && 'code' in error
    ? (error.code as LossCode)
    : undefined
}

const TAKES_NOBODY_YET = ['57P03', '53300']
// The driver's own words: these carry no code.
const LOST = /^(Connection terminated|Query read timeout|Client has encountered a connection error|Client was closed)/

/** A database that takes nobody in for the moment. A wrong password or name is something else, and stays itself. */
export function lossAtConnecting(error: unknown): unknown {
  if (error instanceof DatabaseError && !TAKES_NOBODY_YET.includes(error.code ?? '')) return error
  return new ConnectionLostError('CONNECTION_LOST', error)
}

/** Set when the connection broke during a statement; `isFinal` when the statement would have been kept by itself. */
export function lossDuring(error: unknown, isFinal: boolean): ConnectionLostError | undefined {
  if (!isLoss(error)) return undefined
  return new ConnectionLostError(isFinal ? 'OUTCOME_UNKNOWN' : 'CONNECTION_LOST', error)
}

function isLoss(error: unknown): boolean {
  if (error instanceof DatabaseError) return error.severity === 'FATAL' || error.severity === 'PANIC'
  if (!(error instanceof Error)) return false
  return LOST.test(error.message) || ('syscall' in error && 'code' in error)
}
