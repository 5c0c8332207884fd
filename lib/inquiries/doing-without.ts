import { answerWithin, sharedDeadline } from '#lib/db/answer-within.ts'
import { storageFailureOf } from '#lib/db/failure.ts'
import { logEvent } from '#lib/log.ts'

/** What an inquiry is looked up for beside being stored may take so long, all of it together. */
const BESIDE_MS_MAX = 500

/** Gives all that is looked up beside an inquiry half a second, of the two that a visitor waits. */
export const besideStoring = <Result>(work: () => Promise<Result>) => answerWithin(BESIDE_MS_MAX, work)

/** Something an inquiry can do without: when it fails or takes too long, it is said in the log, and the inquiry goes on. */
export async function orDoWithout<Result>(what: string, act: () => Promise<Result>): Promise<Result | undefined> {
  const failed = (error: unknown) => {
    logEvent(what, { failure: storageFailureOf(error) ?? 'unknown' })
    return undefined
  }
  let stop = () => {}
  const tooLate = new Promise<undefined>((resolve) => {
    const leftMs = sharedDeadline() - performance.now()
    if (leftMs === Number.POSITIVE_INFINITY) return
    const timer = setTimeout(() => {
      logEvent(what, { failure: 'slow' })
      resolve(undefined)
    }, leftMs)
    stop = () => clearTimeout(timer)
  })
  try {
    return await Promise.race([act().catch(failed), tooLate])
  } finally {
    stop()
  }
}
