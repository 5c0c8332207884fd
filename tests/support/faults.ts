import assert from 'node:assert/strict'
import { appendFileSync } from 'node:fs'

/** One line of the table: a row of the matrix, what was done to the product, what must be true and what was. */
export type Measurement = { row: string; done: string; target: string; measured: string; isMet: boolean }

/** `npm run test:faults` measures in full; `npm test` runs the same tests in a size that a minute or two can hold. */
export const isFull = process.env.FAULTS === 'full'

export function sized<Size>(sizes: { quick: Size; full: Size }): Size {
  return isFull ? sizes.full : sizes.quick
}

/** Where every random choice begins: `SEED=` repeats a run, otherwise full runs differ and quick ones are alike. */
export const seed = Number(process.env.SEED || (isFull ? Math.floor(Math.random() * 1e9) : 7))

/** Puts a measurement into the table that `npm run test:faults` prints, and fails the test when the target is missed. */
export function measured(measurement: Measurement): void {
  report({ measurement })
  assert.ok(measurement.isMet, `${spell(measurement)} (SEED=${seed})`)
}

export function spell({ row, done, target, measured: found, isMet }: Measurement): string {
  return `${row} ${isMet ? 'met' : 'MISSED'}: ${done}; wanted ${target}, got ${found}`
}

/** Says how far a long test has come; heard only by who runs `npm run test:faults`. */
export function progress(words: string): void {
  report({ words })
}

export type Report = { measurement: Measurement } | { words: string }

function report(line: Report): void {
  const { FAULTS_REPORT } = process.env
  if (FAULTS_REPORT) appendFileSync(FAULTS_REPORT, `${JSON.stringify(line)}\n`)
}

/** Says that a row could not be measured on this machine, and why, so that nobody takes it for met. */
export function notMeasured(row: string, why: string): void {
  progress(`${row} NOT MEASURED: ${why}`)
  process.stderr.write(`${row} was not measured: ${why}.\n`)
}
