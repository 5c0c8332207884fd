import type { EvidenceRecord } from '#lib/evidence/library.ts'
import type { Paragraph } from './prose.ts'
import { type Rule, reporterFor } from './rule.ts'
import type { Sentence } from './sentence.ts'

/**
 * Digits, and number words that count people.
 *
 * Other number words pass: "two hours later" or "one team" is ordinary English, and refusing it made authors
 * write around the rule. "Eight people" is a trial number in disguise.
 */
const TYPED_NUMBER =
  /\d[\d.,]*|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred)\s+(?:people|patients|adults|participants|volunteers|men|women)\b/gi
const NAMES_WITH_DIGITS = /\bphase [1-4]\b|\bDSM-5\b|\bB12\b/gi

/** A number that a study vouches for comes from the study's record, never from the keyboard. */
export const checkTypedNumbers: Rule = (written, { records }) => {
  const report = reporterFor(written)
  return written.paragraphs.flatMap((paragraph) =>
    sentencesVouchedFor(paragraph, records).flatMap(({ typed, text, line }) => {
      const numbers = typed.replace(NAMES_WITH_DIGITS, '').match(TYPED_NUMBER)
      if (!numbers) return []
      return [
        report.fail(
          { line, excerpt: text },
          `"${numbers.join('", "')}" is typed by hand next to a study. Print it from the record: <Fact study="…" is="…" />.`,
        ),
      ]
    }),
  )
}

/** A citation vouches for its own sentence and for those before it, back to the citation before. */
function sentencesVouchedFor({ sentences }: Paragraph, records: Map<string, EvidenceRecord>): Sentence[] {
  const vouched: Sentence[] = []
  let waiting: Sentence[] = []
  for (const sentence of sentences) {
    waiting.push(sentence)
    if (sentence.citations.length === 0) continue
    if (sentence.citations.some((id) => records.get(id)?.type === 'study')) vouched.push(...waiting)
    waiting = []
  }
  return vouched
}
