import { scaleLinear, scaleLog } from 'd3-scale'

/** Room at both ends, in percent of the plot's width, so the outermost numbers are not cut off. */
const EDGE = 5

export type Interval = { kind: 'difference' | 'ratio'; estimate: number; low: number; high: number }

/**
 * Where each number of a result lies, in percent of the width.
 *
 * "No difference" is always the middle, so both directions get the same room and a result near it looks near.
 */
export function placeInterval({ kind, estimate, low, high }: Interval) {
  const scale = kind === 'ratio' ? ratioScale(low, high) : differenceScale(low, high)
  const place = (value: number) => Math.round(100 * scale(value)) / 100
  const ticks = scale.ticks(4).map((value) => ({ value, at: place(value) }))

  return { none: place(kind === 'ratio' ? 1 : 0), estimate: place(estimate), low: place(low), high: place(high), ticks }
}

function differenceScale(low: number, high: number) {
  const reach = Math.max(Math.abs(low), Math.abs(high))
  return scaleLinear([-reach, reach], [EDGE, 100 - EDGE]).nice(4)
}

/** Half as likely and twice as likely are equally far from one, and the ends are whole doublings. */
function ratioScale(low: number, high: number) {
  const reach = 2 ** Math.ceil(Math.log2(Math.max(high, 1 / low)))
  return scaleLog([1 / reach, reach], [EDGE, 100 - EDGE]).base(2)
}
