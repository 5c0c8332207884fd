import { test } from 'vitest'
import { measured, progress, seed, sized } from '#tests/support/faults.ts'
import { type KillRun, runWithKills } from '#tests/support/kill-run.ts'

const KILLS = sized({ quick: 30, full: 1_000 })
const CONTROL_KILLS_MAX = sized({ quick: 30, full: 100 })
const SAY_EVERY_KILLS = 50

function say({ kills, accepted, requests }: KillRun): boolean {
  if (kills % SAY_EVERY_KILLS === 0) progress(`${kills} kills, ${accepted} accepted, ${requests} requests to Resend`)
  return false
}

test.concurrent('site and delivery are killed again and again, and every accepted inquiry arrives exactly once', async () => {
  const { accepted, kills, requests, lost, doubled } = await runWithKills({ kills: KILLS, seed, look: say })

  measured({
    row: 'F1–F2',
    done: `${KILLS} kills of site and delivery, alone and together, 30 % of requests to Resend fail; SEED=${seed}`,
    target: '0 lost, 0 doubled',
    measured: `${accepted} accepted, ${kills} kills, ${requests} requests: ${lost.length} lost, ${doubled.length} doubled ${[...lost, ...doubled].join(' ')}`,
    isMet: accepted > KILLS && lost.length === 0 && doubled.length === 0,
  })
})

test.concurrent('the control: when Resend forgets its idempotency keys, the same run sends doubles', async () => {
  const { accepted, doubled } = await runWithKills({
    kills: CONTROL_KILLS_MAX,
    seed,
    forgetsKeys: true,
    look: (run) => run.doubled.length > 0,
  })

  measured({
    row: 'F1–F2',
    done: `control: the same run with a Resend that forgets its keys; SEED=${seed}`,
    target: 'at least 1 doubled',
    measured: `${doubled.length} of ${accepted} doubled`,
    isMet: doubled.length > 0,
  })
})
