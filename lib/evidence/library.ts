import { readGenerated } from '#lib/articles/generated.ts'
import type { Group, Result, Source, Study } from './schema.ts'

export type { Group, Result, Source, Study }
export type EvidenceRecord = ({ type: 'study' } & Study) | ({ type: 'source' } & Source)

export function studies(): Study[] {
  return readGenerated('library/studies.json')
}

export function sources(): Source[] {
  return readGenerated('library/sources.json')
}

export function findStudy(id: string): Study | undefined {
  return studies().find((study) => study.id === id)
}

export function findSource(id: string): Source | undefined {
  return sources().find((source) => source.id === id)
}

/** Whatever a citation may name: a study, or an official document. */
export function findRecord(id: string): EvidenceRecord | undefined {
  const study = findStudy(id)
  if (study) return { type: 'study', ...study }

  const source = findSource(id)
  return source && { type: 'source', ...source }
}

/** One result of a study, for a figure; a wrong id is a fault in the page and throws. */
export function resultOf(studyId: string, resultId: string): Result {
  const study = findStudy(studyId)
  if (!study)
    throw new Error(`No study is called "${studyId}". Add content/evidence/${studyId}.yaml or correct the id.`)
  if (!study.verified) throw new Error(`The study "${studyId}" is not verified, so its results may not be shown.`)

  const result = study.results.find(({ id }) => id === resultId)
  if (!result) throw new Error(`The study "${studyId}" has no result "${resultId}".`)
  return result
}
