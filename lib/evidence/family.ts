import type { Study } from './library.ts'

export const families = ['randomized', 'other-studies', 'reviews', 'under-way', 'background'] as const
export type Family = (typeof families)[number]

const familyOfKind = {
  rct: 'randomized',
  'rct-pilot': 'randomized',
  'rct-open-label': 'randomized',
  'rct-experimental': 'randomized',
  'rct-crossover-lab': 'randomized',
  'controlled-nonrandomized': 'other-studies',
  'open-label-case-series': 'other-studies',
  'open-label-pilot': 'other-studies',
  observational: 'other-studies',
  retrospective: 'other-studies',
  survey: 'other-studies',
  'secondary-analysis': 'other-studies',
  review: 'reviews',
  ongoing: 'under-way',
  context: 'background',
} as const satisfies Record<Study['kind'], Family>

/** The sort of study, as the evidence pages group it. */
export function familyOf({ kind }: Pick<Study, 'kind'>): Family {
  return familyOfKind[kind]
}

const treatmentTrials = ['rct', 'rct-pilot', 'rct-open-label']
const givenKetamine = ['controlled-nonrandomized', 'open-label-case-series', 'open-label-pilot', 'observational']

/** Whether chance decided who got what, as a treatment and not for an hour in a laboratory. */
export function isTreatmentTrial({ kind }: Pick<Study, 'kind'>): boolean {
  return treatmentTrials.includes(kind)
}

/** Whether people were given ketamine in it, with or without a comparison; a second look at the same people is not. */
export function isTrial(study: Pick<Study, 'kind'>): boolean {
  return familyOf(study) === 'randomized' || givenKetamine.includes(study.kind)
}
