import type { Study } from './library.ts'

/** False for a fact nobody has read in the paper, even when the record holds a value for it. */
export function isKnown(study: Study, field: keyof Study): boolean {
  const isDoubted = study.unverifiedFields.some((doubt) => doubt === field || doubt.startsWith(`${field} `))
  return study[field] != null && !isDoubted
}
