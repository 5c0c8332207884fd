import { expect, test } from 'vitest'
import { workingMsBefore } from '#lib/demo/time.ts'
import { HOUR_MS } from '#lib/duration.ts'
import { workingMsBetween } from '#lib/hours/working-time.ts'
import { MONDAY_AT_TEN, officeHours } from '#tests/support/hours.ts'

test.each([0.5, 1.5, 9, 100, 480])(
  '%s working hours before now lie that far back, weekends and nights left out',
  (hours) => {
    const at = workingMsBefore(MONDAY_AT_TEN, hours * HOUR_MS, officeHours)
    expect(workingMsBetween(at, MONDAY_AT_TEN, officeHours) / HOUR_MS).toBeCloseTo(hours, 2)
  },
)
