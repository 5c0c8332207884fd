import type { Study } from './library.ts'

export const substances = ['alcohol', 'opioids', 'cocaine', 'cannabis', 'methamphetamine', 'several', 'other'] as const
export type Substance = (typeof substances)[number]

/** The first that fits what the record says; a study of another illness is background, whatever it names. */
const signs: [RegExp, Substance][] = [
  [/\(context\)/, 'other'],
  [/^alcohol/, 'alcohol'],
  [/^opioid/, 'opioids'],
  [/^cocaine/, 'cocaine'],
  [/^cannabis/, 'cannabis'],
  [/^methamphetamine/, 'methamphetamine'],
  [/^(mixed|several)/, 'several'],
]

/** What the people in a study used, as the evidence pages group it. */
export function substanceOf({ kind, substance }: Pick<Study, 'kind' | 'substance'>): Substance {
  if (kind === 'context') return 'other'
  return signs.find(([sign]) => sign.test(substance.toLowerCase()))?.[1] ?? 'other'
}

/** Care for the first days without a drug says nothing about staying off it later. */
export function isAboutWithdrawal({ substance }: Pick<Study, 'substance'>): boolean {
  return /withdrawal|taper/.test(substance)
}
