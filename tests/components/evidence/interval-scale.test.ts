import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeInterval } from '#components/evidence/interval-scale.ts'

const kare = { kind: 'difference', estimate: 10.1, low: 1.1, high: 19 } as const

test('no difference stands in the middle, so neither direction looks bigger', () => {
  expect(placeInterval(kare).none).toBe(50)
  expect(placeInterval({ kind: 'ratio', estimate: 0.8, low: 0.31, high: 2.1 }).none).toBe(50)
})

test('a dot half way along the scale lies half way along the line', () => {
  const { none, estimate } = placeInterval({ kind: 'difference', estimate: 10, low: 1, high: 20 })
  expect(estimate - none).toBeCloseTo((95 - 50) / 2)
})

test('the scale is marked in round numbers at their true places', () => {
  expect(placeInterval(kare).ticks.map(({ value, at }) => [value, at])).toEqual([
    [-20, 5],
    [-10, 27.5],
    [0, 50],
    [10, 72.5],
    [20, 95],
  ])
})

test('half as likely and twice as likely are equally far from one', () => {
  const { none, low, high } = placeInterval({ kind: 'ratio', estimate: 1, low: 0.5, high: 2 })
  expect(none - low).toBeCloseTo(high - none)
})

test('whatever the numbers, the ends enclose the dot and all lie inside the plot', () => {
  const numbers = fc.tuple(
    fc.double({ min: -500, max: 500, noNaN: true }),
    fc.double({ min: 0.01, max: 200, noNaN: true }),
    fc.double({ min: 0.01, max: 200, noNaN: true }),
  )
  fc.assert(
    fc.property(numbers, ([estimate, below, above]) => {
      const placed = placeInterval({ kind: 'difference', estimate, low: estimate - below, high: estimate + above })
      expect(placed.low).toBeGreaterThanOrEqual(5)
      expect(placed.low).toBeLessThanOrEqual(placed.estimate)
      expect(placed.estimate).toBeLessThanOrEqual(placed.high)
      expect(placed.high).toBeLessThanOrEqual(95)
    }),
  )
})
