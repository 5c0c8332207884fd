import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { startBareServer } from '#tests/support/bare-server.ts'
import { type Burst, makeDrafts, pressSendAtOnce } from '#tests/support/burst.ts'
import { startFakeResend } from '#tests/support/fake-resend.ts'
import { measured, progress, sized } from '#tests/support/faults.ts'
import { startServer } from '#tests/support/running-server.ts'
import { resendSettings } from '#tests/support/server-settings.ts'
import { storedIn } from '#tests/support/stored.ts'

const ROUNDS = sized({ quick: 3, full: 5 })
const EACH = sized({ quick: 200, full: 2_000 })
const AT_ONCE = 50
const WARM_UP = 100
const PER_SECOND = sized({ quick: 20, full: 50 })
const DRAIN_MS = sized({ quick: 4_000, full: 20_000 })
const P99_MS_MAX = 250
/** A few hundred inquiries beside other work are mostly noise: the quick form finds only what is plainly wrong. */
const RATIO_MAX = sized({ quick: 3, full: 1.2 })
const TIMES_BARE_MAX = sized({ quick: 60, full: 0 })
const DRAIN_TOLERANCE = sized({ quick: 0.25, full: 0.1 })

test('F15: a burst is accepted whole and at once, whether Resend answers or hangs, and is sent at its rate', async () => {
  const up = await startSite({ isHanging: false })
  const down = await startSite({ isHanging: true })
  // In turn, so that what else this machine does falls on both alike.
  const bare = await startBareServer()
  onTestFinished(bare.remove)
  const bareBursts: Burst[] = []
  for (let round = 1; round <= ROUNDS; round += 1) {
    for (const site of [up, down]) await site.burst(round)
    bareBursts.push(await pressSendAtOnce(bare.origin, makeDrafts(bare.dataFolder, EACH), AT_ONCE))
  }

  const total = WARM_UP + ROUNDS * EACH
  const stored = [(await up.stored()).length, (await down.stored()).length]
  const accepted = `${ROUNDS * EACH} inquiries, ${AT_ONCE} at once, Resend up and hanging`
  const [upMs, downMs] = [bestP99(up.bursts), bestP99(down.bursts)]
  const limitMs = Math.max(P99_MS_MAX, TIMES_BARE_MAX * bestP99(bareBursts))
  const lost = 2 * total - up.accepted() - down.accepted() + (up.accepted() + down.accepted() - sum(stored))
  measured({
    row: 'F15',
    done: accepted,
    target: 'all accepted, 0 lost',
    measured: `${up.accepted() + down.accepted()} of ${2 * total} accepted, ${lost} lost`,
    isMet: lost === 0,
  })
  measured({
    row: 'F15',
    done: `${accepted}: p99 of the best of ${ROUNDS} rounds`,
    target: `≤ ${Math.round(limitMs)} ms, hanging ≤ ${RATIO_MAX} × up`,
    measured: `bare server ${Math.round(bestP99(bareBursts))} ms, up ${Math.round(upMs)} ms, hanging ${Math.round(downMs)} ms, ${(downMs / upMs).toFixed(2)} ×`,
    isMet: upMs <= limitMs && downMs <= limitMs && downMs <= RATIO_MAX * upMs,
  })
  const perSecond = await up.drain()
  measured({
    row: 'F15',
    done: `then the mails go out, ${PER_SECOND} a second allowed`,
    target: `${PER_SECOND} a second ± ${DRAIN_TOLERANCE * 100} %`,
    measured: `${perSecond.toFixed(1)} a second`,
    isMet: Math.abs(perSecond / PER_SECOND - 1) <= DRAIN_TOLERANCE,
  })
})

test('F15: the control: an inquiry that nobody stored is missed', async () => {
  const site = await startSite({ isHanging: false })
  const [first = ''] = makeDrafts(site.dataFolder, 1)
  await pressSendAtOnce(site.origin, [first.replace('draft=', 'other=')], 1)
  expect(await site.stored()).toHaveLength(WARM_UP)
})

const bestP99 = (bursts: Burst[]) => Math.min(...bursts.map(({ p99Ms }) => p99Ms))
const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)

async function startSite({ isHanging }: { isHanging: boolean }) {
  const resend = await startFakeResend({
    perSecond: PER_SECOND,
    ...(isHanging && { failing: { probability: 1, random: () => 0, among: ['hang'] } }),
  })
  const server = await startServer(resendSettings(resend.url))
  onTestFinished(async () => {
    await server.remove()
    await resend.close()
  })
  const warmUp = await pressSendAtOnce(server.origin, makeDrafts(server.dataFolder, WARM_UP), AT_ONCE)
  const bursts: Burst[] = []

  return {
    origin: server.origin,
    dataFolder: server.dataFolder,
    bursts,
    accepted: () => warmUp.accepted + sum(bursts.map(({ accepted }) => accepted)),
    stored: () => storedIn(server.databasePath),
    async burst(round: number) {
      const burst = await pressSendAtOnce(server.origin, makeDrafts(server.dataFolder, EACH), AT_ONCE)
      bursts.push(burst)
      const words = `p50 ${Math.round(burst.p50Ms)} ms, p99 ${Math.round(burst.p99Ms)} ms, ${Math.round(burst.perSecond)} a second`
      progress(`round ${round}, Resend ${isHanging ? 'hanging' : 'up'}: ${words}`)
    },
    /** How many mails a second arrive while nobody writes. */
    async drain() {
      await pressSendAtOnce(server.origin, makeDrafts(server.dataFolder, EACH), AT_ONCE)
      const [before, started] = [resend.mails().length, performance.now()]
      await wait(DRAIN_MS)
      return ((resend.mails().length - before) / (performance.now() - started)) * 1000
    },
  }
}
