import type { Nodes } from 'mdast'
import { attributeOf, isComponent } from '#lib/articles/component.ts'
import { nodesIn } from '#lib/articles/node.ts'
import { type Rule, reporterFor } from './rule.ts'

/** The only components a page may use, and what each must be given. */
const components: Record<string, string[]> = {
  Cite: ['id'],
  Fact: ['study', 'is'],
  ResultFigure: ['study', 'result'],
  PeoplePer100: ['study', 'result'],
  Timeline: [],
  Certainty: [],
  Term: ['id'],
  Warning: ['title'],
  CareCard: ['level', 'title'],
  Steps: [],
  Phone: ['number'],
}

export const checkComponents: Rule = (written) => {
  const report = reporterFor(written)
  const problems: ReturnType<Rule> = []

  for (const found of nodesIn(written.tree)) {
    if (isCode(found)) {
      const spot = { line: found.position?.start.line ?? 1, excerpt: found.value }
      problems.push(report.fail(spot, 'A page holds words and components, not code. Take it out.'))
    }
    if (!isComponent(found)) continue
    const spot = { line: found.position?.start.line ?? 1, excerpt: `<${found.name ?? ''}>` }
    const required = components[found.name ?? '']
    if (!required) {
      problems.push(report.fail(spot, `There is no such component. Use one of: ${Object.keys(components).join(', ')}.`))
      continue
    }
    const missing = required.filter((name) => typeof attributeOf(found, name) !== 'string')
    if (missing.length > 0)
      problems.push(report.fail(spot, `It needs ${missing.map((name) => `${name}="…"`).join(' and ')}.`))
  }
  return problems
}

type Code = Extract<Nodes, { type: 'mdxjsEsm' | 'mdxFlowExpression' | 'mdxTextExpression' }>

const COMMENT = /^\s*\/\*[\s\S]*\*\/\s*$/

/** Imports, exports and expressions in braces; a comment in braces, for the next editor, is none. */
function isCode(node: Nodes): node is Code {
  if (node.type === 'mdxjsEsm') return true
  return (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') && !COMMENT.test(node.value)
}
