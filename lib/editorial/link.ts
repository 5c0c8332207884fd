import { toString as textOf } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { type Rule, reporterFor } from './rule.ts'

const SAYS_NOTHING = /^(?:click here|here|link|read more|more|this page)$/i

/** Every link says where it goes, and goes there. */
export const checkLinks: Rule = (written, { addresses }) => {
  const report = reporterFor(written)
  const problems: ReturnType<Rule> = []

  visit(written.tree, 'link', (link) => {
    const text = textOf(link).trim()
    const spot = { line: link.position?.start.line ?? 1, excerpt: text || link.url }
    if (!text) problems.push(report.fail(spot, 'This link has no text. Write where it leads.'))
    if (SAYS_NOTHING.test(text))
      problems.push(report.fail(spot, 'This link does not say where it leads. Name the page.'))

    const reason = brokenBecause(link.url, written, addresses)
    if (reason) problems.push(report.fail({ ...spot, excerpt: link.url }, reason))
  })
  return problems
}

function brokenBecause(url: string, page: { kind: string; slug: string }, addresses: Map<string, Set<string> | null>) {
  if (/^(?:https:|tel:|mailto:|sms:)/.test(url)) return undefined
  if (!/^[/#]/.test(url)) return 'Start the address with https://, tel:, / or #.'

  const [typedPath = '', id] = url.split('#')
  const path = typedPath || addressOf(page)
  const ids = addresses.get(path)
  if (ids === undefined) return `This site has no page at ${path}. Correct the address.`
  if (id && ids && !ids.has(id)) return `The page ${path} has no section "${id}". Correct the part after #.`
  return undefined
}

/** The address of a page as readers see it, without its language. */
export const addressOf = ({ kind, slug }: { kind: string; slug: string }): string =>
  kind === 'article' ? `/articles/${slug}` : `/${slug}`
