import type { Study } from './library.ts'

export const directions = [
  'better',
  'better-briefly',
  'more-is-better',
  'no-difference',
  'unclear',
  'no-comparison',
  'mechanism',
  'contradicted',
  'no-result-yet',
] as const
export type Direction = (typeof directions)[number]

/** Records tell the direction in an editor's words; the first sign that fits sorts it. */
const signs: [RegExp, Direction][] = [
  [/no results|recruiting/, 'no-result-yet'],
  [/superseded by/, 'contradicted'],
  [/^uncontrolled/, 'no-comparison'],
  [/^mechanism/, 'mechanism'],
  [/^(mixed|inconclusive|small)/, 'unclear'],
  [/^null/, 'no-difference'],
  [/short[ -](term|lived)|\(\d+ h\)|\(hours/, 'better-briefly'],
  [/^favou?rs (higher|three|more)/, 'more-is-better'],
  [/^(favou?rs|tiny positive)/, 'better'],
]

/** Where the result of a study points, or nothing when it has no result of its own, like a review. */
export function directionOf({ direction }: Pick<Study, 'direction'>): Direction | undefined {
  if (direction === null) return undefined
  return signs.find(([sign]) => sign.test(direction))?.[1]
}
