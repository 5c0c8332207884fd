import { type Direction, directionOf } from './direction.ts'
import { isTreatmentTrial } from './family.ts'
import { isKnown } from './known-field.ts'
import type { Study } from './library.ts'
import { isAboutWithdrawal, type Substance, substanceOf, substances } from './substance.ts'

/** Below any of these, one more study could turn the answer around. Our own plain rule, not a GRADE rating. */
export const TRIALS_MIN = 3
export const PEOPLE_MIN = 500

export type Sureness = 'not-known' | 'very-unsure' | 'more-sure'

export type Certainty = {
  substance: Substance
  trials: Study[]
  people: number
  directions: Direction[]
  sureness: Sureness
}

/** How sure the randomized treatment trials let anyone be, for each substance on its own. */
export function certaintiesOf(studies: Study[]): Certainty[] {
  return substances
    .filter((substance) => substance !== 'several' && substance !== 'other')
    .map((substance) => {
      const trials = studies.filter((study) => substanceOf(study) === substance && isFairTest(study))
      return { substance, trials, ...weigh(trials) }
    })
}

function isFairTest(study: Study): boolean {
  return study.verified && isTreatmentTrial(study) && !isAboutWithdrawal(study)
}

function weigh(trials: Study[]): Pick<Certainty, 'people' | 'directions' | 'sureness'> {
  const people = trials.reduce(
    (sum, study) => sum + (isKnown(study, 'participants') ? (study.participants ?? 0) : 0),
    0,
  )
  const directions = trials.flatMap((study) => directionOf(study) ?? [])
  const doAgree = new Set(directions).size === 1

  if (trials.length === 0) return { people, directions, sureness: 'not-known' }
  const isMuch = trials.length >= TRIALS_MIN && people >= PEOPLE_MIN && doAgree
  return { people, directions, sureness: isMuch ? 'more-sure' : 'very-unsure' }
}
