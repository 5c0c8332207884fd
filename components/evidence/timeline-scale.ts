import { scaleLinear } from 'd3-scale'
import type { Row } from '#lib/evidence/timeline.ts'

/** Room at both ends, in percent of the width, so the first and the last dot are whole. */
const EDGE = 5
const LABEL_EM = 1.9
const LANE_EM = 1.8
const ROW_GAP_EM = 0.6

/** Where rows, dots and years lie: across in percent of the width, down in ems. */
export function placeTimeline(rows: Row[]) {
  const years = rows.flatMap(({ dots }) => dots.map(({ year }) => year))
  const scale = scaleLinear([Math.min(...years), Math.max(...years)], [EDGE, 100 - EDGE])
  const across = (year: number) => Math.round(10 * scale(year)) / 10
  let top = 0

  const placed = rows.map((row) => {
    const start = top
    top += LABEL_EM + row.lanes * LANE_EM + ROW_GAP_EM
    return {
      ...row,
      top: em(start),
      labelAt: em(start + 1.2),
      dots: row.dots.map((dot) => ({
        ...dot,
        x: across(dot.year),
        y: em(start + LABEL_EM + (dot.lane + 0.5) * LANE_EM),
        radius: em(radiusEm(dot.people)),
      })),
    }
  })
  const ticks = scale.ticks(5).map((year) => ({ year, x: across(year) }))
  return { rows: placed, ticks, bottom: em(top), yearsAt: em(top + 1.4), height: em(top + 1.8) }
}

/** The area of a dot, and not its width, grows with the number of people. */
function radiusEm(people: number): number {
  return Math.max(0.16, 0.058 * Math.sqrt(people))
}

const em = (value: number) => `${Math.round(100 * value) / 100}em`
