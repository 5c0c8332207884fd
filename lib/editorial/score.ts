import type { Verdict } from './check.ts'
import { type Instrument, type Item, instruments, isForArticlesOnly } from './instrument.ts'
import type { Written } from './rule.ts'

/** The items of one instrument that a machine looked at, and those it found wanting. */
export type Score = { looked: number; wanting: string[] }
export type Scores = Partial<Record<Instrument, Score>>

/** How a page stands on each instrument, as far as a machine can tell. */
export function scorePage(page: Pick<Written, 'kind' | 'data'>, { broken }: Pick<Verdict, 'broken'>): Scores {
  const scores: Scores = {}
  for (const [name, items] of Object.entries(instruments) as [Instrument, readonly Item[]][]) {
    if (page.kind !== 'article' && isForArticlesOnly(name)) continue
    const judged = items.filter((item) => !isForPeople(item) && (page.kind === 'article' || !item.isForArticles))
    const wanting = judged.filter(
      ({ rules = [], holds }) => rules.some((rule) => broken.includes(rule)) || holds?.(page) === false,
    )
    scores[name] = { looked: judged.length, wanting: wanting.map(({ item }) => item) }
  }
  return scores
}

export const isForPeople = ({ rules, holds, isBuiltIn }: Item): boolean => !rules && !holds && !isBuiltIn
