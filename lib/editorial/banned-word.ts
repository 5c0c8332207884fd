import type { Root } from 'mdast'
import { nodesIn } from '#lib/articles/node.ts'
import type { EvidenceRecord } from '#lib/evidence/library.ts'
import { bannedWords } from './banned-word-list.ts'
import type { Problem } from './problem.ts'
import { labelsOf } from './prose.ts'
import { type Rule, reporterFor } from './rule.ts'

/** No hype, no promise, no word that shames, anywhere a reader looks: sentences, headings, titles, tables. */
export const checkBannedWords: Rule = (written, { records }) => {
  const report = reporterFor(written)
  const exemptions = exemptionsIn(written.tree)
  const labels = labelsOf(written).map((label) => ({ ...label, exempt: [] as string[] }))
  const sentences = written.paragraphs.flatMap((paragraph) => {
    const cited = paragraph.sentences.flatMap(({ citations }) => citations)
    const exempt = exemptions
      .filter(({ line, study }) => line === paragraph.line && cited.includes(study) && records.has(study))
      .map(({ word }) => word)
    return paragraph.sentences.map(({ text, line }) => ({ text, line, exempt }))
  })
  return [...labels, ...sentences].flatMap(({ text, line, exempt }) =>
    bannedIn(text, exempt).map((advice) => report.fail({ line, excerpt: text }, advice)),
  )
}

const EXEMPTION = /^\s*\/\*\s*(.+?) as in ([a-z0-9-]+)\s*\*\/\s*$/

/** The words a paragraph may use because a study it cites does: `{/* success rate as in rathore-2025-review *\/}`. */
function exemptionsIn(tree: Root): { line: number; word: string; study: string }[] {
  return nodesIn(tree).flatMap((parent) => {
    const line = parent.position?.start.line
    if (!line || !('children' in parent)) return []
    return parent.children.flatMap((node) => {
      const [, word, study] = node.type === 'mdxTextExpression' ? (EXEMPTION.exec(node.value) ?? []) : []
      return word && study ? [{ line, word, study }] : []
    })
  })
}

/** Figures print these words of a record as they stand. */
export function checkRecordWords(record: EvidenceRecord, path: string): Problem[] {
  if (record.type !== 'study') return []
  const shown = record.results.flatMap(({ measure, finding }) => [measure, finding ?? ''])
  return shown.flatMap((text) =>
    bannedIn(text).map((message): Problem => ({ level: 'fail', path, line: 1, excerpt: text, message })),
  )
}

/** Why each banned word in a text may not stand there. */
export function bannedIn(text: string, exempt: string[] = []): string[] {
  if (!anyBanned.test(text)) return []
  return bannedAnywhere.flatMap(({ word, pattern, reason, unless }) => {
    if (exempt.includes(word) && word !== NEVER) return []
    const found = rangesOf(pattern, text)
    if (found.length === 0) return []

    const allowed = unless.flatMap((context) => rangesOf(context, text))
    const isBanned = found.some(([start, end]) => !allowed.some(([from, to]) => from <= start && end <= to))
    return isBanned ? [`"${word}" may not be used here. ${reason}`] : []
  })
}

/** Misreported so often that no study excuses it. */
const NEVER = '86%'

const anywhere = ({ source }: RegExp) => new RegExp(source, 'gi')

const bannedAnywhere = bannedWords.map(({ pattern, unless = [], ...entry }) => ({
  ...entry,
  pattern: anywhere(pattern),
  unless: unless.map(anywhere),
}))

/** One look tells most sentences apart; looking for each word in turn took ten times as long. */
const anyBanned = new RegExp(bannedWords.map(({ pattern }) => `(?:${pattern.source})`).join('|'), 'i')

const rangesOf = (pattern: RegExp, text: string): [number, number][] =>
  [...text.matchAll(pattern)].map((match) => [match.index, match.index + match[0].length])
