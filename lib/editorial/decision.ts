import type { Root } from 'mdast'
import { citationsOf } from '#lib/articles/citation.ts'
import { componentsIn } from '#lib/articles/component.ts'
import { nodesOfType } from '#lib/articles/node.ts'
import { isEmpty, sectionIn } from './part.ts'
import { type Rule, reporterFor } from './rule.ts'

/** Links that let a reader compare and ask, and the section each stands in (DISCERN 14 and 15). */
const links = [
  { section: 'other-treatments', url: '/other-treatments', words: 'the page about other treatments' },
  { section: 'what-to-ask', url: '/questions-to-ask', words: 'the list of questions to ask' },
] as const

/** Whoever reads about one treatment is shown the way to the others, and to questions for any clinic. */
export const checkChoices: Rule = (written, { addresses }) => {
  if (written.kind !== 'article') return []
  const report = reporterFor(written)
  const linked = urlsIn(written.tree)

  return links.flatMap(({ section: id, url, words }) => {
    const section = sectionIn(written.tree, id)
    const isDue = section && !isEmpty(section) && addresses.has(url) && !linked.has(url)
    if (!isDue) return []
    return [report.fail({ line: section.line, excerpt: section.title }, `Link to ${words} here: [ … ](${url}).`)]
  })
}

function urlsIn(tree: Root): Set<string> {
  return new Set(nodesOfType(tree, 'link').map(({ url }) => url.split('#')[0] ?? url))
}

/** What studies found comes from studies, and each one is named. */
export const checkAttribution: Rule = (written, { records }) => {
  const section = written.kind === 'article' ? sectionIn(written.tree, 'what-studies-found') : undefined
  if (!section || isEmpty(section)) return []

  const cited = citationsOf({ type: 'root', children: section.nodes })
  if (cited.some((id) => records.has(id))) return []
  const message = 'This section names no record. Cite at least one: <Cite id="…" />.'
  return [reporterFor(written).fail({ line: section.line, excerpt: section.title }, message)]
}

/** The end of a page is a thing to do, in steps. */
export const checkSteps: Rule = (written) => {
  const section = written.kind === 'article' ? sectionIn(written.tree, 'what-to-do-next') : undefined
  if (!section || isEmpty(section)) return []

  const content: Root = { type: 'root', children: section.nodes }
  if (componentsIn(content, 'Steps').length > 0) return []
  const message = 'Write what to do next as steps: <Steps>, a numbered list, </Steps>.'
  return [reporterFor(written).fail({ line: section.line, excerpt: section.title }, message)]
}
