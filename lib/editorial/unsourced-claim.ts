import { type Rule, reporterFor } from './rule.ts'

type Claim = { pattern: RegExp; isAllowedInSummary: boolean }

const COUNT = '(?:\\d[\\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|half)'

const RESEARCH = '\\b(?:trials?|stud(?:y|ies)|(?<!patient )reviews?|research|researchers|evidence)\\b'
const RESULT =
  '\\b(?:found|finds?|show(?:s|ed|n)?|suggests?|suggested|reported|favou?r(?:s|ed)?|linked|predict(?:s|ed)?|did better|no (?:clear )?difference)\\b'

/** What this site does with studies ("we show trials that found no benefit") says nothing about their results. */
const ABOUT_OURSELVES = /\b(?:we|this (?:page|site)) (?:check|give|have read|list|look|looked|read|say|shows?|use)\b/i

/** What only a source can say. A summary has no room for citations, so it may speak of trials but not in numbers. */
const claims = {
  percentage: { pattern: /\d\s?%|\bper ?cent(?:age)?\b/i, isAllowedInSummary: false },
  'share of people': {
    pattern: new RegExp(`\\b${COUNT} (?:in|out of|of) (?:every )?(?:\\d+|ten|a hundred|hundred)\\b`, 'i'),
    isAllowedInSummary: false,
  },
  'number of people': {
    pattern: /\d (?:\w+ )?(?:people|patients|adults|participants|volunteers)\b/i,
    isAllowedInSummary: false,
  },
  'result of research': {
    pattern: new RegExp(`${RESEARCH}.*${RESULT}|${RESULT}.*${RESEARCH}`, 'i'),
    isAllowedInSummary: true,
  },
  'what happened to people': {
    pattern: /\bpeople (?:who )?(?:got|were given|took|received) (?:ketamine|a placebo|the (?:drug|medicine))\b/i,
    isAllowedInSummary: true,
  },
} satisfies Record<string, Claim>

/** A claim about what research found, in words or numbers, has its source in the same paragraph. */
export const checkUnsourcedClaims: Rule = (written) => {
  const report = reporterFor(written)
  return written.paragraphs.flatMap(({ place, sentences }) => {
    if (sentences.some(({ citations }) => citations.length > 0)) return []

    return sentences.filter(isStatement).flatMap(({ text, line }) => {
      const claim = Object.entries(claims).find(
        ([, { pattern, isAllowedInSummary }]) => pattern.test(text) && !(place === 'summary' && isAllowedInSummary),
      )
      if (!claim) return []
      const advice =
        place === 'summary'
          ? 'Say it without numbers here, and give the number with its source in the text.'
          : 'Add <Cite id="…" /> in this paragraph, or take the claim out.'
      return [report.fail({ line, excerpt: text }, `This claims a ${claim[0]} without a source. ${advice}`)]
    })
  })
}

const isStatement = ({ text }: { text: string }) => !text.endsWith('?') && !ABOUT_OURSELVES.test(text)
