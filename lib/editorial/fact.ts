import { attributeOf, componentsIn } from '#lib/articles/component.ts'
import { factIn } from '#lib/evidence/fact.ts'
import type { EvidenceRecord } from '#lib/evidence/library.ts'
import type { PrintFact } from './piece.ts'
import { type Rule, reporterFor } from './rule.ts'

type Printed = { kind: 'printed'; text: string } | { kind: 'refused'; reason: string }

/** Every number a page prints from a record is there, and someone has read it. */
export const checkFacts: Rule = (written, { records }) => {
  const report = reporterFor(written)
  return componentsIn(written.tree, 'Fact').flatMap((fact) => {
    const [study, path] = [String(attributeOf(fact, 'study')), String(attributeOf(fact, 'is'))]
    const printed = print(records, study, path, false)
    const spot = { line: fact.position?.start.line ?? 1, excerpt: `${study} ${path}` }
    return printed.kind === 'refused' ? [report.fail(spot, printed.reason)] : []
  })
}

/** Prints facts from these records; undefined for one that cannot be printed, which checkFacts reports. */
export function factPrinter(records: Map<string, EvidenceRecord>): PrintFact {
  return (study, path, isRounded) => {
    const printed = print(records, study, path, isRounded)
    return printed.kind === 'printed' ? printed.text : undefined
  }
}

function print(records: Map<string, EvidenceRecord>, studyId: string, path: string, round: boolean): Printed {
  const study = records.get(studyId)
  if (study?.type !== 'study') return { kind: 'refused', reason: `No study is called "${studyId}". Correct study="…".` }
  try {
    return { kind: 'printed', text: factIn(study, path, { round }) }
  } catch (error) {
    return { kind: 'refused', reason: (error as Error).message }
  }
}
