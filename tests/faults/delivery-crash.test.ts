import { type ExpectStatic, test } from 'vitest'
import { LEASE_MS } from '#lib/outbox/claim.ts'
import { forEachAtOnce } from '#lib/process/at-once.ts'
import { type CrashPoint, crashPoints } from '#lib/process/crash-point.ts'
import { startFakeResend } from '#tests/support/fake-resend.ts'
import { measured, sized } from '#tests/support/faults.ts'
import { startServer } from '#tests/support/running-server.ts'
import { dyingAt, livingOn, resendSettings } from '#tests/support/server-settings.ts'
import { storedIn } from '#tests/support/stored.ts'
import { sendInquiry, typedByPhone } from '#tests/support/visitor.ts'

const ROUNDS = sized({ quick: 1, full: 5 })
const SERVERS_AT_ONCE = 6
const SETTLE_MS_MAX = LEASE_MS + 30_000

/** Where the delivering process dies: at a point of its own code, or while Resend has its request and says nothing. */
type Death = CrashPoint | 'request-taken' | 'request-not-taken'
const deaths: Death[] = [
  ...crashPoints.filter((point) => point.startsWith('deliver.')),
  'request-taken',
  'request-not-taken',
]

test.concurrent('F2: killed at any point of a delivery, it is delivered once, within a lease and half a minute', async ({
  expect,
}) => {
  const runs = Array.from({ length: ROUNDS }, () => deaths).flat()
  const wrong: string[] = []
  let slowestMs = 0
  await forEachAtOnce(runs, SERVERS_AT_ONCE, async (death) => {
    const { mails, state, settledMs } = await dieWhileDelivering(expect, death)
    if (mails !== 1 || state !== 'sent') wrong.push(`${death}: ${mails} mails, ${state}`)
    slowestMs = Math.max(slowestMs, settledMs)
  })

  measured({
    row: 'F2',
    done: `server killed at ${deaths.length} points of a delivery × ${ROUNDS}`,
    target: `1 mail each, settled within ${SETTLE_MS_MAX / 1000} s`,
    measured: `${runs.length - wrong.length} of ${runs.length}${wrong.map((words) => `; ${words}`).join('')}; slowest ${Math.round(slowestMs / 1000)} s`,
    isMet: wrong.length === 0 && slowestMs <= SETTLE_MS_MAX,
  })
})

test.concurrent('F2: the control: a Resend that forgets its keys sends doubles', async ({ expect }) => {
  const { mails } = await dieWhileDelivering(expect, 'deliver.after-send', { forgetsKeys: true })
  measured({
    row: 'F2',
    done: 'control: killed after sending, and Resend forgets the key',
    target: '2 mails',
    measured: `${mails} mails`,
    isMet: mails === 2,
  })
})

/** With the test's own `expect`: the shared one knows only the test that ended last. */
async function dieWhileDelivering(expect: ExpectStatic, death: Death, { forgetsKeys = false } = {}) {
  const isPoint = death !== 'request-taken' && death !== 'request-not-taken'
  const resend = await startFakeResend({
    forgetsKeys,
    ...(!isPoint && { script: [death === 'request-taken' ? 'hang-after' : 'hang'] }),
  })
  const server = await startServer({ ...resendSettings(resend.url), ...(isPoint && dyingAt(death)) })
  const stateOf = async () => (await storedIn(server.databasePath))[0]?.state
  try {
    const sending = sendInquiry(server.origin, typedByPhone)
    if (!isPoint) {
      await expect.poll(() => resend.requests().length, { timeout: 10_000 }).toBe(1)
      await server.end('SIGKILL')
    }
    await server.gone()
    await server.startAgain(livingOn)
    const started = Date.now()
    await sending
    await expect.poll(stateOf, { timeout: SETTLE_MS_MAX, interval: 250 }).toBe('sent')
    return { mails: resend.mails().length, state: await stateOf(), settledMs: Date.now() - started }
  } finally {
    await server.remove()
    await resend.close()
  }
}
