import { expect, test } from 'vitest'
import { forEachAtOnce } from '#lib/process/at-once.ts'
import { type CrashPoint, crashPoints } from '#lib/process/crash-point.ts'
import { startFakeResend } from '#tests/support/fake-resend.ts'
import { measured, sized } from '#tests/support/faults.ts'
import { startServer } from '#tests/support/running-server.ts'
import { dyingAt, livingOn, resendSettings } from '#tests/support/server-settings.ts'
import { storedIn } from '#tests/support/stored.ts'
import { pressSend, readReference, typeAnswers, typedByPhone } from '#tests/support/visitor.ts'

const ROUNDS = sized({ quick: 1, full: 5 })
const SERVERS_AT_ONCE = 6
/** The delivery may have been claimed just before its process died; then it waits for the lease to run out. */
const MAIL_MS_MAX = 90_000

const points = crashPoints.filter((point) => point.startsWith('accept.'))
/** From here on the inquiry is on disk, whatever the visitor was told. */
const isAfterCommit = (point: CrashPoint) => point === 'accept.after-commit' || point === 'accept.before-answer'

test('F1: killed at any point of acceptance, an inquiry is stored whole or not at all, and sending again stores it once', async () => {
  const runs = Array.from({ length: ROUNDS }, () => points).flat()
  const wrong: string[] = []
  await forEachAtOnce(runs, SERVERS_AT_ONCE, async (point) => {
    const found = await dieAndSendAgain(point)
    const expected = { killedBy: 'SIGKILL', storedAtDeath: isAfterCommit(point) ? 1 : 0, half: 0, stored: 1, mails: 1 }
    if (JSON.stringify(found) !== JSON.stringify(expected)) wrong.push(`${point}: ${JSON.stringify(found)}`)
  })

  measured({
    row: 'F1',
    done: `server killed at ${points.length} points of acceptance × ${ROUNDS}, then the same draft sent again`,
    target: '0 half stored, 0 lost, 1 row and 1 mail each',
    measured: wrong.length === 0 ? `${runs.length} of ${runs.length} whole` : wrong.join('; '),
    isMet: wrong.length === 0,
  })
})

test('F1: the control: a visitor who is not told to send again has lost what died before the commit', async () => {
  const found = await dieAndSendAgain('accept.before-commit', { sendsAgain: false })
  expect(found).toMatchObject({ storedAtDeath: 0, stored: 0, mails: 0 })
})

async function dieAndSendAgain(point: CrashPoint, { sendsAgain = true } = {}) {
  const resend = await startFakeResend()
  const server = await startServer({ ...resendSettings(resend.url), ...dyingAt(point) })
  try {
    const draft = await typeAnswers(server.origin, typedByPhone)
    await expect(pressSend(server.origin, draft)).rejects.toThrow(/ECONNRESET|ECONNREFUSED|socket hang up/)
    const { signal } = await server.gone()
    const atDeath = await storedIn(server.databasePath)

    await server.startAgain(livingOn)
    const references = sendsAgain ? [await readReference(server.origin, await pressSend(server.origin, draft))] : []
    const stored = await storedIn(server.databasePath)
    await expect.poll(() => resend.mails().length, { timeout: MAIL_MS_MAX }).toBeGreaterThanOrEqual(stored.length)
    return {
      killedBy: signal,
      storedAtDeath: atDeath.length,
      half: atDeath.filter(({ deliveries }) => Number(deliveries) !== 1).length,
      stored: stored.filter(({ reference }) => references.includes(reference)).length,
      mails: resend.mails().length,
    }
  } finally {
    await server.remove()
    await resend.close()
  }
}
