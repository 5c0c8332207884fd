import type { Db } from '#lib/db/schema.ts'
import { returnAllowance, takeAllowance } from './allowance.ts'
import { type Claim, claimDelivery, isAnyDue } from './claim.ts'
import { findPause, returnProbe, takeProbe } from './pause.ts'

/** `giveBack` undoes the token and the try this turn took, when the provider was not asked after all. */
export type Turn = { claim: Claim; giveBack: () => Promise<void> }

type Asking = { owner: string; now: number; perSecondMax: number | undefined }

/**
 * A delivery that may be attempted now, or how many milliseconds to wait for one; `undefined` when nothing is due or
 * everything is paused.
 *
 * Looking comes first and writes nothing, so waiting costs no disk; the delivery comes last, so that one that is
 * claimed has its token.
 */
export async function takeTurn(db: Db, { owner, now, perSecondMax }: Asking): Promise<Turn | number | undefined> {
  if (!(await isAnyDue(db, now))) return undefined
  const pause = await findPause(db, now)
  if (pause && now < pause.until) return undefined

  if (perSecondMax !== undefined) {
    const wait = await takeAllowance(db, { perSecond: perSecondMax, now })
    if (wait > 0) return wait
  }
  const returnToken = async () => {
    if (perSecondMax !== undefined) await returnAllowance(db)
  }
  if (pause && !(await takeProbe(db, now))) {
    await returnToken()
    return undefined
  }

  const giveBack = async () => {
    await returnToken()
    if (pause) await returnProbe(db, now)
  }
  const claim = await claimDelivery(db, { owner, now })
  if (claim) return { claim, giveBack }
  await giveBack()
  return undefined
}
