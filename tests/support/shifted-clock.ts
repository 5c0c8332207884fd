import { readFileSync } from 'node:fs'

/**
 * Loaded before a server (`NODE_OPTIONS=--import=…`), this sets its wall clock off by the seconds that a file holds,
 * as if somebody set the clock of the machine. What cannot be set there, timers and `performance.now`, is not set here.
 */
const path = process.env.CLOCK_SHIFT_FILE ?? ''
const LOOK_MS = 20
const RealDate = Date
let shiftMs = 0

function look() {
  try {
    shiftMs = 1000 * Number(readFileSync(path, 'utf8')) || 0
  } catch {
    shiftMs = 0
  }
}

class ShiftedDate extends RealDate {
  constructor(...given: []) {
    if (given.length === 0) super(RealDate.now() + shiftMs)
    else super(...given)
  }

  // Next copies what belongs to Date itself, and not what Date inherits.
  static override UTC = RealDate.UTC
  static override parse = RealDate.parse

  static override now(): number {
    return RealDate.now() + shiftMs
  }
}

look()
setInterval(look, LOOK_MS).unref()
globalThis.Date = ShiftedDate as DateConstructor
