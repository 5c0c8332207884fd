import { componentsIn } from '#lib/articles/component.ts'
import { paragraphsOf, partsOf } from './part.ts'
import { type Rule, reporterFor } from './rule.ts'
import type { Sentence } from './sentence.ts'

const NUMBER = '(?:\\d[\\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten)'
const numberWords: Record<string, number> = {
  ten: 10,
  'a hundred': 100,
  hundred: 100,
  'a thousand': 1000,
  thousand: 1000,
}
const CHANCE = new RegExp(
  `\\b${NUMBER} (?:\\w+ )?(?:in|out of) (?:every )?(\\d[\\d,]*|ten|(?:a )?hundred|(?:a )?thousand)\\b(?! (?:minutes|hours|days|weeks|months|years)\\b)`,
  'gi',
)
const figures = ['ResultFigure', 'PeoplePer100']
const YEARS = { first: 1900, last: 2100 }

type Chance = { of: number; sentence: Sentence; isSentence: boolean; line: number }

/** Nobody has to compare 1 in 4 with 12 in 100 in their head. */
export const checkDenominators: Rule = (written) => {
  const chances = written.paragraphs.flatMap(({ sentences }) => sentences.flatMap(chancesIn))
  const [first] = chances
  const other = chances.find(({ of }) => of !== first?.of)
  if (!first || !other) return []

  const all = [...new Set(chances.map(({ of }) => `in ${of}`))].join(', ')
  const message = `This page counts ${all}, so a reader must calculate to compare. Use one of them throughout.`
  return [reporterFor(written).warn({ line: other.line, excerpt: other.sentence.text }, message)]
}

/** "12 in 100" alone in a table or a list says little; a sentence or a figure beside it says what it means. */
export const checkChances: Rule = (written) => {
  const report = reporterFor(written)
  return partsOf(written.tree).flatMap((part) => {
    const chances = paragraphsOf(part, written.paragraphs).flatMap(({ sentences }) => sentences.flatMap(chancesIn))
    const content = { type: 'root' as const, children: part.nodes }
    const isExplained =
      chances.some(({ isSentence }) => isSentence) || figures.some((name) => componentsIn(content, name).length > 0)
    const [bare] = chances
    if (!bare || isExplained) return []
    const message = 'Say in a sentence, or show in a figure, what this chance means.'
    return [report.warn({ line: bare.line, excerpt: bare.sentence.text }, message)]
  })
}

function chancesIn(sentence: Sentence): Chance[] {
  return [...sentence.text.matchAll(CHANCE)].flatMap(([, whole = '']) => {
    const of = numberWords[whole.toLowerCase()] ?? Number(whole.replaceAll(',', ''))
    if (of >= YEARS.first && of <= YEARS.last) return []
    return [{ of, sentence, isSentence: /[.!?]["”’]?$/.test(sentence.text), line: sentence.line }]
  })
}
