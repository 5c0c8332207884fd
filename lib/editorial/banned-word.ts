import type { EvidenceRecord } from '#lib/evidence/library.ts'
import { bannedWords } from './banned-word-list.ts'
import type { Problem } from './problem.ts'
import { labelsOf } from './prose.ts'
import { type Rule, reporterFor } from './rule.ts'

/** No hype, no promise, no word that shames, anywhere a reader looks: sentences, headings, titles, tables. */
export const checkBannedWords: Rule = (written) => {
  const report = reporterFor(written)
  const sentences = written.paragraphs.flatMap((paragraph) => paragraph.sentences)
  return [...labelsOf(written), ...sentences].flatMap(({ text, line }) =>
    bannedIn(text).map((advice) => report.fail({ line, excerpt: text }, advice)),
  )
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
export function bannedIn(text: string): string[] {
  return bannedAnywhere.flatMap(({ word, pattern, reason, unless }) => {
    const found = rangesOf(pattern, text)
    if (found.length === 0) return []

    const allowed = unless.flatMap((context) => rangesOf(context, text))
    const isBanned = found.some(([start, end]) => !allowed.some(([from, to]) => from <= start && end <= to))
    return isBanned ? [`"${word}" may not be used here. ${reason}`] : []
  })
}

const anywhere = ({ source }: RegExp) => new RegExp(source, 'gi')

const bannedAnywhere = bannedWords.map(({ pattern, unless = [], ...entry }) => ({
  ...entry,
  pattern: anywhere(pattern),
  unless: unless.map(anywhere),
}))

const rangesOf = (pattern: RegExp, text: string): [number, number][] =>
  [...text.matchAll(pattern)].map((match) => [match.index, match.index + match[0].length])
