import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { measured, notMeasured, seed, sized } from '#tests/support/faults.ts'
import { makeLoopDisk, whyNoDisk } from '#tests/support/loop-disk.ts'
import { seededRandom } from '#tests/support/seeded-random.ts'
import { makeTables, missingFrom, startWriter } from '#tests/support/writer.ts'

const CUTS = sized({ quick: 8, full: 50 })
const CONTROL_CUTS_MAX = sized({ quick: 12, full: 20 })
const WRITING_MS = { min: 30, max: 250 }

/** Cuts the power under a writer again and again, always on the same database; counts what it was told and what is gone. */
async function cutPower(cuts: number, { pragma = '', untilLost = false } = {}) {
  const disk = makeLoopDisk(256)
  onTestFinished(() => disk.remove())
  const place = join(disk.folder, 'clinic.db')
  await makeTables(place)
  const random = seededRandom(seed)
  const acknowledged = new Set<string>()
  const lost = new Set<string>()
  let done = 0

  for (; done < cuts && !(untilLost && lost.size > 0); done += 1) {
    const writer = startWriter(place, { pragma })
    onTestFinished(() => writer.kill())
    await expect.poll(() => writer.acknowledged().length, { timeout: 20_000, interval: 5 }).toBeGreaterThan(0)
    await wait(WRITING_MS.min + random() * (WRITING_MS.max - WRITING_MS.min))
    // Only what was heard before the cut counts: while the disk goes away it says of anything that it was synced.
    const heard = writer.acknowledged()
    disk.cut()
    await writer.kill()
    await disk.restart()
    for (const id of heard) acknowledged.add(id)
    for (const id of await missingFrom(place, acknowledged)) lost.add(id)
  }
  return { acknowledged: acknowledged.size, lost: lost.size, cuts: done }
}

test('F3: the power is cut again and again, and everything that was said to be stored is there', async () => {
  const why = whyNoDisk()
  if (why) return notMeasured('F3', why)

  const { acknowledged, lost, cuts } = await cutPower(CUTS)
  measured({
    row: 'F3',
    done: `${cuts} power cuts of the disk under SQLite`,
    target: '0 lost of what was acknowledged before the cut',
    measured: `${lost} lost of ${acknowledged}`,
    isMet: lost === 0 && acknowledged > cuts,
  })
})

test('F3: the control: the same cuts lose inquiries when SQLite does not wait for the disk', async () => {
  const why = whyNoDisk()
  if (why) return notMeasured('F3 control', why)

  const { acknowledged, lost, cuts } = await cutPower(CONTROL_CUTS_MAX, {
    pragma: 'synchronous = normal',
    untilLost: true,
  })
  measured({
    row: 'F3',
    done: `control: synchronous = NORMAL, ${cuts} cuts`,
    target: 'at least 1 lost',
    measured: `${lost} lost of ${acknowledged}`,
    isMet: lost > 0,
  })
})
