import { idsOf } from '#lib/articles/citation.ts'
import { attributeOf, componentsIn } from '#lib/articles/component.ts'
import type { Result } from '#lib/evidence/library.ts'
import { type Rule, reporterFor } from './rule.ts'

/** Every citation names a record that someone has read. */
export const checkCitations: Rule = (written, { records }) => {
  const report = reporterFor(written)
  return componentsIn(written.tree, 'Cite').flatMap((cite) => {
    const spot = { line: cite.position?.start.line ?? 1 }
    const ids = idsOf(cite)
    if (ids.length === 0)
      return [report.fail(spot, 'This <Cite /> names nothing. Write id="…" with the id of a record.')]

    return ids.flatMap((id) => {
      const record = records.get(id)
      const named = { ...spot, excerpt: id }
      if (!record) {
        return [
          report.fail(
            named,
            'No record has this id. Correct it, or add the file in content/evidence or content/sources.',
          ),
        ]
      }
      if (!record.verified) return [report.fail(named, 'This record is not verified, so it may not be cited.')]
      return []
    })
  })
}

const figures = ['ResultFigure', 'PeoplePer100']

/** A figure shows one result of a verified study, and that result has the numbers the figure draws. */
export const checkFigures: Rule = (written, { records }) => {
  const report = reporterFor(written)
  const shown = figures.flatMap((name) => componentsIn(written.tree, name))
  return shown.flatMap((figure) => {
    const [studyId, resultId] = [attributeOf(figure, 'study'), attributeOf(figure, 'result')]
    const study = typeof studyId === 'string' ? records.get(studyId) : undefined
    const spot = { line: figure.position?.start.line ?? 1, excerpt: `${studyId} ${resultId}` }

    if (study?.type !== 'study') return [report.fail(spot, 'No study has this id. Correct study="…".')]
    if (!study.verified) return [report.fail(spot, 'This study is not verified, so its results may not be shown.')]
    const result = study.results.find(({ id }) => id === resultId)
    if (!result) return [report.fail(spot, 'The study has no result with this id. Correct result="…".')]
    const missing = missingNumbers(figure.name ?? '', result)
    return missing ? [report.fail(spot, missing)] : []
  })
}

function missingNumbers(figure: string, result: Result): string | undefined {
  if (figure === 'PeoplePer100') {
    return (result.groups ?? []).length < 2
      ? 'This result has no two groups with counts, so there is nothing to draw.'
      : undefined
  }
  if (typeof result.estimate === 'number') return undefined
  return 'This result has no estimate, so there is nothing to draw. Say it in words.'
}
