import { setTimeout as wait } from 'node:timers/promises'
import { LEASE_MS } from '#lib/outbox/claim.ts'
import { type Behaviour, startFakeResend } from './fake-resend.ts'
import { type RunningServer, startServer } from './running-server.ts'
import { seededRandom } from './seeded-random.ts'
import { resendSettings } from './server-settings.ts'
import { makeSplitKeys } from './split-server.ts'
import { storedIn } from './stored.ts'
import { sendInquiry, typedByPhone } from './visitor.ts'

const FAULT_PROBABILITY = 0.3
/** Refusals, and answers that get lost after Resend has taken the mail: the second kind is what makes doubles. */
const faults: Behaviour[] = [
  '500-json',
  '503-json',
  '502-html',
  '500-null',
  'in-flight',
  'reset-before',
  'reset-after',
  'reset-mid-body',
  '200-empty',
  '200-truncated',
]
/** Ten times the visitors' pace: what waits for its turn is not what this is about. */
const PER_SECOND = 100
const VISITORS_AT_ONCE = 4
const VISIT_PAUSE_MS_MAX = 600
const LIVE_MS = { min: 50, max: 900 }
/** Between the kills of both at once, each dies so often alone; the delivery starts three times as fast. */
const KILLS_APART = { site: 2, delivery: 5 }
/** The lease of what was in flight at the last kill, then the backoff of its attempts. */
const SETTLE_MS_MAX = LEASE_MS + 240_000

type Options = {
  kills: number
  seed: number
  forgetsKeys?: boolean
  settings?: Record<string, string>
  /** Said as it goes, and true when the run need not go on. */
  look?: (run: KillRun) => boolean
}

export type KillRun = { accepted: number; kills: number; requests: number; lost: string[]; doubled: string[] }

/**
 * Sends inquiries while the site and the delivery are killed at random, alone and together, and Resend fails; then
 * waits until nothing is owed any more, and compares what was accepted with what arrived.
 */
export async function runWithKills({
  kills: killsMin,
  seed,
  forgetsKeys,
  settings = {},
  look,
}: Options): Promise<KillRun> {
  const random = seededRandom(seed)
  const resend = await startFakeResend({
    perSecond: PER_SECOND,
    failing: { probability: FAULT_PROBABILITY, random, among: faults },
    ...(forgetsKeys && { forgetsKeys }),
  })
  const shared = { ...resendSettings(resend.url), ...settings }
  const { ofSite, ofDelivery } = makeSplitKeys()
  // Only who sends knows Resend.
  const site = await startServer({ ...shared, RESEND_API_KEY: '', RESEND_BASE_URL: '', ...ofSite })
  const delivery = await startServer({ ...shared, ...ofDelivery }, { dataFolder: site.dataFolder })
  const place = settings.DATABASE_URL ?? site.databasePath
  const accepted = new Map<string, string>()
  let kills = 0
  let visits = 0
  let isOver = false

  async function visit(): Promise<void> {
    while (!isOver) {
      visits += 1
      const name = `Visitor ${visits}.`
      accepted.set(name, await sendInquiry(site.origin, { ...typedByPhone, name, message: `This is ${name}` }))
      await wait(random() * VISIT_PAUSE_MS_MAX)
    }
  }

  async function kill(part: RunningServer): Promise<void> {
    await part.end('SIGKILL')
    kills += 1
    await part.startAgain()
    if (kills >= killsMin || look?.(found())) isOver = true
  }

  async function killSome(part: RunningServer, count: number): Promise<void> {
    for (let number = 0; number < count && !isOver; number += 1) {
      await wait(LIVE_MS.min + random() * (LIVE_MS.max - LIVE_MS.min))
      await kill(part)
    }
  }

  async function killBoth(): Promise<void> {
    await wait(LIVE_MS.min + random() * (LIVE_MS.max - LIVE_MS.min))
    if (!isOver) await Promise.all([kill(site), kill(delivery)])
  }

  function found(): KillRun {
    const mails = Map.groupBy(resend.mails(), ({ payload }) => /Visitor \d+\./.exec(String(payload.text))?.[0] ?? '')
    const names = [...accepted.keys()]
    return {
      accepted: new Set(accepted.values()).size,
      kills,
      requests: resend.requests().length,
      lost: names.filter((name) => !mails.has(name)),
      doubled: names.filter((name) => (mails.get(name)?.length ?? 0) > 1),
    }
  }

  const visiting = Promise.all(Array.from({ length: VISITORS_AT_ONCE }, visit))
  while (!isOver) {
    await Promise.all([killSome(site, KILLS_APART.site), killSome(delivery, KILLS_APART.delivery)])
    await killBoth()
  }
  await visiting

  const deadline = Date.now() + SETTLE_MS_MAX
  while (Date.now() < deadline && !look?.(found()) && (await isAnyOwed(place))) await wait(1000)

  await Promise.all([delivery.remove(), site.remove()])
  await resend.close()
  return found()
}

const isAnyOwed = async (place: string) => (await storedIn(place)).some(({ state }) => state !== 'sent')
