import type { PostgresPoolClient } from 'kysely'
import type { PoolClient } from 'pg'
import { lossDuring } from './connection-lost.ts'

/** How long a visitor may be kept waiting by one statement or one connection. */
export const ANSWER_MS_MAX = 2000
const LOCK_MS_MAX = 1000
const IDLE_MS_MAX = 10_000
const UPKEEP_MS_MAX = 10 * 60_000

// The limits are set inside each transaction, not at connecting: poolers like PgBouncer refuse or mix up the latter.
const limits = (statementMs: number, lockMs: number) =>
  `; set local statement_timeout = ${statementMs}; set local lock_timeout = ${lockMs}` +
  `; set local idle_in_transaction_session_timeout = ${IDLE_MS_MAX}`
export const BEGIN = `begin isolation level serializable${limits(ANSWER_MS_MAX, LOCK_MS_MAX)}`
export const BEGIN_IN_TURN = `begin isolation level read committed${limits(UPKEEP_MS_MAX, UPKEEP_MS_MAX)}`

/** A connection that says, when it breaks, whether what it was doing may have been done, and is then not used again. */
export function watchClient(client: PoolClient): PostgresPoolClient {
  let isLost = false
  let isInTransaction = false
  let limitMs = ANSWER_MS_MAX

  async function query(text: string, values: readonly unknown[]) {
    if (text.startsWith('begin')) {
      isInTransaction = true
      limitMs = text === BEGIN_IN_TURN ? UPKEEP_MS_MAX : ANSWER_MS_MAX
    }
    const isFinal = text === 'commit' || (!isInTransaction && !/^\s*(select|show)\b/i.test(text))
    try {
      const result = await client.query({ text, values: [...values], query_timeout: limitMs + LOCK_MS_MAX } as never)
      if (text === 'commit' || text === 'rollback') {
        isInTransaction = false
        limitMs = ANSWER_MS_MAX
      }
      return result
    } catch (error) {
      const loss = lossDuring(error, isFinal)
      isLost ||= loss !== undefined
      throw loss ?? error
    }
  }

  return {
    query: query as unknown as PostgresPoolClient['query'],
    release: (isBroken?: boolean) => client.release(isBroken || isLost),
  }
}
