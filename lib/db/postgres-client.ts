import type { PostgresPoolClient } from 'kysely'
import type { PoolClient } from 'pg'
import { MINUTE_MS } from '#lib/duration.ts'
import { withinDeadline } from './answer-within.ts'
import { lossDuring } from './connection-lost.ts'

/** How long a visitor may be kept waiting by one statement or one connection. */
export const ANSWER_MS_MAX = 2000
const UPKEEP_MS_MAX = 10 * MINUTE_MS
/** A process that froze in the middle of a transaction holds up the others for this long. */
const IDLE_MS_MAX = 5000
/** The server ends a statement at its limit; only a server that is not heard of any more comes to this. */
const SILENCE_MS_MAX = 500

// The limits are set inside each transaction, not at connecting: poolers like PgBouncer refuse or mix up the latter.
const limits = (statementMs: number) =>
  `; set local statement_timeout = ${statementMs}; set local idle_in_transaction_session_timeout = ${IDLE_MS_MAX}`

/**
 * One transaction at a time, in the order they came, as on SQLite: the code may read first and write later.
 *
 * Serializable isolation without a lock is faster while nobody meets (measured on two busy cores, 50 visitors: 1,200 a
 * second instead of 250), but when all of them touch one row, as a count does, each tries seven times and a visitor
 * waits up to 2 s, which is when we say that it was not stored; in turn, the same work takes 0.2 s at most.
 * A single statement does not wait for its turn. When it changes a row that a transaction has read and then changes as
 * well, the transaction is refused (40001) and done again. What a transaction sees is fixed by its first query, not by
 * this lock.
 */
export const beginInTurn = () =>
  `begin isolation level repeatable read${limits(withinDeadline(ANSWER_MS_MAX))}; lock table migration in share row exclusive mode`
export const BEGIN_UPKEEP = `begin isolation level read committed${limits(UPKEEP_MS_MAX)}`

/** A connection that says, when it breaks, whether what it was doing may have been done, and is then not used again. */
export function watchClient(client: PoolClient): PostgresPoolClient {
  let isLost = false
  let isInTransaction = false
  let limitMs = ANSWER_MS_MAX

  async function query(text: string, values: readonly unknown[]) {
    if (text.startsWith('begin')) {
      isInTransaction = true
      limitMs = text === BEGIN_UPKEEP ? UPKEEP_MS_MAX : ANSWER_MS_MAX
    }
    // It runs outside of any transaction, on whole tables.
    const allowedMs = text.startsWith('vacuum') ? UPKEEP_MS_MAX : limitMs
    const isFinal = text === 'commit' || (!isInTransaction && !/^\s*(select|show)\b/i.test(text))
    try {
      const result = await client.query({
        text,
        values: [...values],
        query_timeout: withinDeadline(allowedMs) + SILENCE_MS_MAX,
      } as never)
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
    release: (isBroken?: boolean) => client.release(isBroken || isLost || isInTransaction),
  }
}
