import { familyOf, isTrial } from './family.ts'
import { isKnown } from './known-field.ts'
import type { Study } from './library.ts'
import { type Substance, substanceOf, substances } from './substance.ts'

/** Studies of one drug closer than this would cover each other on a phone, so they go below one another. */
const YEARS_APART_MIN = 3

export type Dot = { study: Study; year: number; people: number; isRandomized: boolean; lane: number }
export type Row = { substance: Substance; lanes: number; dots: Dot[] }

/** Every verified study that gave people ketamine, by what they used and then by year. */
export function timelineOf(studies: Study[]): Row[] {
  const shown = studies.filter((study) => study.verified && isTrial(study)).flatMap((study) => dotOf(study) ?? [])
  return substances.flatMap((substance) => {
    const dots = inLanes(shown.filter(({ study }) => substanceOf(study) === substance))
    return dots.length > 0 ? [{ substance, dots, lanes: 1 + Math.max(...dots.map(({ lane }) => lane)) }] : []
  })
}

type Placed = Omit<Dot, 'lane'>

function dotOf(study: Study): Placed | undefined {
  const { year, participants } = study
  if (year === null || participants === null || !isKnown(study, 'year') || !isKnown(study, 'participants')) return
  return { study, year, people: participants, isRandomized: familyOf(study) === 'randomized' }
}

function inLanes(dots: Placed[]): Dot[] {
  const lastYears: number[] = []
  return dots
    .toSorted((one, other) => one.year - other.year || other.people - one.people)
    .map((dot) => {
      const free = lastYears.findIndex((year) => dot.year - year >= YEARS_APART_MIN)
      const lane = free < 0 ? lastYears.length : free
      lastYears[lane] = dot.year
      return { ...dot, lane }
    })
}
