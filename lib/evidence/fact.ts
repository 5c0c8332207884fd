import { findStudy } from './library.ts'
import type { Study } from './schema.ts'

type Rounding = { round?: boolean }

/** A fact of a study as a page prints it; a fact nobody has seen is a fault in the page and throws. */
export function factOf(studyId: string, path: string, { round = false }: Rounding = {}): string {
  const study = findStudy(studyId)
  if (!study)
    throw new Error(`No study is called "${studyId}". Add content/evidence/${studyId}.yaml or correct the id.`)
  return factIn(study, path, { round })
}

/** The same, for a study already at hand. */
export function factIn(study: Study, path: string, { round = false }: Rounding = {}): string {
  const name = `The fact "${path}" of "${study.id}"`
  if (!study.verified) throw new Error(`${name} may not be shown: the study is not verified.`)
  if (study.unverifiedFields.some((field) => field === path || field.startsWith(`${path} `)))
    throw new Error(`${name} may not be shown: it is not verified.`)

  const value = path.split('.').reduce(stepInto, study)
  if (value === undefined) throw new Error(`${name} does not exist. Look for it in content/evidence/${study.id}.yaml.`)
  if (value === null) throw new Error(`${name} is not known (null), so a page may not state it.`)
  if (typeof value === 'number') return plainNumber(round ? Math.round(value) : value)
  if (typeof value === 'string') return value
  throw new Error(`${name} is a list or a group of facts. Name one of them.`)
}

function stepInto(value: unknown, step: string): unknown {
  if (Array.isArray(value)) return value.find((item) => item?.id === step || item?.name === step)
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
  return (value as Record<string, unknown>)[step]
}

const plain = new Intl.NumberFormat('en-US', { maximumFractionDigits: 4, useGrouping: 'min2' })

/** 10.1 stays 10.1, 10.0 becomes 10, 12000 becomes 12,000 (a year stays 2022), and a minus is a real one. */
export function plainNumber(value: number): string {
  return plain.format(value).replace('-', '−')
}
