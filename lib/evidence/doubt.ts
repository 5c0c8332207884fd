import type { Study } from './library.ts'

/** Editors note what they did not see in their own words; the first sign that fits says which fact is meant. */
const signs = [
  [/^(funding|who paid)/, 'funding'],
  [/adverse ?events?/i, 'adverseEvents'],
  [/^(n|n_.*|participants)\b/, 'participants'],
  [/^analyzed/, 'analyzed'],
  [/author (list|order|initials)|^authors\b(?!')/, 'authors'],
  [/title/, 'title'],
  [/^year|\/year/, 'year'],
  [/^volume/, 'volumePages'],
  [/^journal/, 'journal'],
  [/^doi/, 'doi'],
  [/^pmid/, 'pmid'],
  [/^pmcid/, 'pmcid'],
  [/^registration/, 'registration'],
  [/^country/, 'country'],
  [/^non-randomized/, 'randomization'],
  [/^design/, 'design'],
  [/^blinding/, 'blinding'],
  [/^population/, 'population'],
  [/^dose/, 'dose'],
  [/^route/, 'route'],
  [/^sessions/, 'sessions'],
  [/^comparison/, 'comparison'],
  [/^follow/, 'followUp'],
  [/^conflicts/, 'conflicts'],
  [/^(results?\b|effect sizes|abstinence|conclusion|mediation|statement|end of the results)/, 'results'],
] as const satisfies [RegExp, keyof Study | 'randomization'][]

type Doubted = (typeof signs)[number][1]

/**
 * The facts of a study that nobody has seen in the paper, each once; `other` when a note fits none of them.
 *
 * An editor's note may hold the very value nobody has seen, so it is never shown itself.
 */
export function doubtsOf({ unverifiedFields }: Pick<Study, 'unverifiedFields'>): (Doubted | 'other')[] {
  const doubts = unverifiedFields.map((note) => signs.find(([sign]) => sign.test(note))?.[1] ?? ('other' as const))
  return [...new Set(doubts)].toSorted((one, other) => Number(one === 'other') - Number(other === 'other'))
}
