import { renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '#lib/duration.ts'
import { lastRunAt } from '#lib/schedule/pulse.ts'
import { openForTest } from '#tests/support/database.ts'
import { startFakeResend } from '#tests/support/fake-resend.ts'
import { makeFolder } from '#tests/support/folder.ts'
import { startServer } from '#tests/support/running-server.ts'
import { sendInquiry, typedByPhone } from '#tests/support/visitor.ts'

/** Forward and back by an hour, as daylight saving done wrong would, and by more than a day. */
const jumps = [HOUR_MS, -HOUR_MS, -HOUR_MS, HOUR_MS, 25 * HOUR_MS, -25 * HOUR_MS, -25 * HOUR_MS]
const WAIT_MS_MAX = 20_000
/** The server looks at its clock's file more often than this. */
const SEEN_MS = 100

/** By the path in LIBFAKETIME the system's own clock calls are shifted (Debian: libfaketime); without, those of Node. */
function shiftedBy(clockFile: string): Record<string, string> {
  const library = process.env.LIBFAKETIME
  if (!library)
    return { NODE_OPTIONS: `--import=${resolve('tests/support/shifted-clock.ts')}`, CLOCK_SHIFT_FILE: clockFile }
  return {
    LD_PRELOAD: library,
    FAKETIME_TIMESTAMP_FILE: clockFile,
    FAKETIME_NO_CACHE: '1',
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
  }
}

async function until(isTrue: () => boolean | Promise<boolean>): Promise<boolean> {
  for (const end = performance.now() + WAIT_MS_MAX; performance.now() < end; await wait(50))
    if (await isTrue()) return true
  return false
}

test('the clock of the machine jumps by hours and days: each inquiry is mailed once, and upkeep goes on', async () => {
  const clockFile = join(makeFolder(), 'shift')
  let shiftMs = 0
  const setClock = async (ms: number) => {
    shiftMs += ms
    // Put in place whole: whoever reads it half written takes it for no shift at all.
    writeFileSync(`${clockFile}.new`, `${shiftMs < 0 ? '' : '+'}${shiftMs / 1000}\n`)
    renameSync(`${clockFile}.new`, clockFile)
    await wait(SEEN_MS)
  }
  await setClock(0)
  const resend = await startFakeResend()
  onTestFinished(() => resend.close())
  const server = await startServer({
    RESEND_API_KEY: 're_fake',
    RESEND_BASE_URL: resend.url,
    INQUIRY_EMAIL: 'full',
    MAIL_FROM: 'front-desk@clinic.test',
    CLINIC_INBOX: 'inbox@clinic.test',
    ...shiftedBy(clockFile),
  })
  onTestFinished(() => server.remove())
  const db = openForTest(join(server.dataFolder, 'clinic.db'))
  const mailsAbout = (name: string) =>
    resend.mails().filter(({ payload }) => String(payload.text).includes(name)).length

  const names: string[] = []
  for (const [number, jump] of jumps.entries()) {
    // Owed before the jump, and perhaps being sent while it happens.
    const [before, after] = [`Before jump ${number}.`, `After jump ${number}.`]
    await sendInquiry(server.origin, { ...typedByPhone, name: before })
    await setClock(jump)
    await sendInquiry(server.origin, { ...typedByPhone, name: after })
    names.push(before, after)
    expect(await until(() => mailsAbout(before) + mailsAbout(after) >= 2), `mails about jump ${number}`).toBe(true)

    // No task is stuck behind a time that is long gone: within its own period it runs again.
    await wait(6_000)
    await setClock(MINUTE_MS + 1000)
    const isAlive = async () => Math.abs(((await lastRunAt(db)) ?? 0) - (Date.now() + shiftMs)) < WAIT_MS_MAX
    expect(await until(isAlive), `upkeep after jump ${number}`).toBe(true)
    expect((await fetch(`${server.origin}/health`)).status, server.printed()).toBe(200)
  }

  expect(names.map((name) => [name, mailsAbout(name)])).toEqual(names.map((name) => [name, 1]))
  expect(server.printed()).not.toMatch(/task-failed|schedule-fault|delivery-fault/)
  expect(await server.end('SIGTERM')).toBe(0)
})
