import { citationsOf } from '#lib/articles/citation.ts'
import { type Rule, reporterFor } from './rule.ts'

/** A hopeful result is never told without the one that did not find it. */
const pairings = [
  {
    cited: 'grabski-2022-kare',
    needs: 'yoon-2025-ketamine-naltrexone-rct',
    because: 'the newest trial found no difference',
  },
  {
    cited: 'dakwar-2020-alcohol',
    needs: 'yoon-2025-ketamine-naltrexone-rct',
    because: 'the newest trial found no difference',
  },
  { cited: 'rothberg-2021-alcohol', needs: 'bloy-2026-kare', because: 'it found the opposite' },
] as const

export const checkPairings: Rule = (written) => {
  const report = reporterFor(written)
  const citations = citationsOf(written.tree)
  return pairings.flatMap(({ cited, needs, because }) => {
    if (!citations.includes(cited) || citations.includes(needs)) return []
    return [
      report.fail({ line: 1, excerpt: cited }, `A page that cites this must also cite ${needs}, because ${because}.`),
    ]
  })
}
