import { sectionsOf } from '#lib/articles/heading.ts'
import { type Rule, reporterFor } from './rule.ts'

/** What every article must tell before anyone can decide (DISCERN, IPDAS), each under its own id. */
export const requiredSections = {
  'how-it-may-work': 'how the treatment may work',
  'what-studies-found': 'what studies found',
  'not-known': 'what is not known yet',
  risks: 'the risks',
  'who-should-not': 'who should not have it',
  'if-you-do-nothing': 'what happens if you do nothing',
  'other-treatments': 'other treatments',
  'what-to-ask': 'what to ask a clinic',
  'what-to-do-next': 'what to do next',
}

export const checkSections: Rule = (written) => {
  if (written.kind !== 'article') return []
  const report = reporterFor(written)
  const present = new Set(sectionsOf(written.tree).map(({ id }) => id))

  return Object.entries(requiredSections)
    .filter(([id]) => !present.has(id))
    .map(([id, topic]) => report.fail({ line: 1 }, `A section is missing: ${topic}. Add a heading "## … [#${id}]".`))
}
