import { isEmpty, partsOf } from './part.ts'
import { type Rule, reporterFor } from './rule.ts'

/** A field that still holds what `npm run new:article` wrote: a request in square brackets. */
const REQUEST = /^\[.*\]$/s
const fields = ['description', 'mainMessage', 'audience', 'keyPoints.0', 'keyPoints.1', 'keyPoints.2']

/** Nothing is published with a hole in it. */
export const checkEmptySections: Rule = (written) => {
  const report = reporterFor(written)
  const parts = partsOf(written.tree)
  const sections = parts.flatMap((part, index) => {
    const hasPartsBelow = (parts[index + 1]?.depth ?? 0) > part.depth
    if (part.depth === 0 || !isEmpty(part) || hasPartsBelow) return []
    return [report.fail({ line: part.line, excerpt: part.title }, 'This section is empty. Write it.')]
  })
  const requests = fields.flatMap((field) => {
    const text = field
      .split('.')
      .reduce<unknown>((value, step) => (value as Record<string, unknown>)?.[step], written.data)
    if (typeof text !== 'string' || !REQUEST.test(text)) return []
    return [report.fail({ line: written.lineOf(field), excerpt: text }, `This field is empty. Write ${field}.`)]
  })
  return [...requests, ...sections]
}
