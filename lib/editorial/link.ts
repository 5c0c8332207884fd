import { toString as textOf } from 'mdast-util-to-string'
import { sectionsOf } from '#lib/articles/heading.ts'
import { nodesOfType } from '#lib/articles/node.ts'
import type { Manuscript } from './manuscript.ts'
import type { Problem } from './problem.ts'
import { type Rule, reporterFor } from './rule.ts'

const SAYS_NOTHING = /^(?:click here|here|link|read more|more|this page)$/i
const ELSEWHERE = /^(?:https:|tel:|mailto:|sms:)/

/** The references every article ends with. */
const generatedIds = ['references']

/** A link to a section: whether that section exists is known once every page has been read. */
export type Anchor = { page: string; id: string; line: number; url: string }

/** Every link says where it goes, and goes there. */
export const checkLinks: Rule = (written, { addresses }) => {
  const report = reporterFor(written)
  const problems: ReturnType<Rule> = []

  for (const link of nodesOfType(written.tree, 'link')) {
    const text = textOf(link).trim()
    const spot = { line: link.position?.start.line ?? 1, excerpt: text || link.url }
    if (!text) problems.push(report.fail(spot, 'This link has no text. Write where it leads.'))
    if (SAYS_NOTHING.test(text))
      problems.push(report.fail(spot, 'This link does not say where it leads. Name the page.'))

    const reason = brokenBecause(link.url, addresses)
    if (reason) problems.push(report.fail({ ...spot, excerpt: link.url }, reason))
  }
  return problems
}

function brokenBecause(url: string, addresses: Set<string>) {
  if (ELSEWHERE.test(url) || url.startsWith('#')) return undefined
  if (!url.startsWith('/')) return 'Start the address with https://, tel:, / or #.'

  const path = url.split(/[#?]/)[0] ?? ''
  return addresses.has(path) ? undefined : `This site has no page at ${path}. Correct the address.`
}

/** The links of a page that lead to a section of this site. */
export function anchorsOf(manuscript: Manuscript): Anchor[] {
  return nodesOfType(manuscript.tree, 'link').flatMap(({ url, position }) => {
    const [path, id] = url.split('#')
    if (ELSEWHERE.test(url) || !id) return []
    return [{ page: path || addressOf(manuscript), id, line: position?.start.line ?? 1, url }]
  })
}

/** The ids a link may name on a page. */
export const idsOn = ({ tree }: Pick<Manuscript, 'tree'>): string[] => [
  ...sectionsOf(tree).map(({ id }) => id),
  ...generatedIds,
]

/** Every link to a section finds it; a page whose ids are not listed is made of components, so any id passes. */
export function checkAnchors(path: string, anchors: Anchor[], idsByPage: Map<string, string[]>): Problem[] {
  return anchors.flatMap(({ page, id, line, url }): Problem[] => {
    if (idsByPage.get(page)?.includes(id) ?? true) return []
    const message = `The page ${page} has no section "${id}". Correct the part after #.`
    return [{ level: 'fail', path, line, excerpt: url, message }]
  })
}

/** The address of a page as readers see it, without its language. */
export const addressOf = ({ kind, slug }: { kind: string; slug: string }): string =>
  kind === 'article' ? `/articles/${slug}` : `/${slug}`
