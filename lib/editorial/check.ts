import { missingFacts, readClinic } from '#lib/clinic.ts'
import { checkRecordWords } from './banned-word.ts'
import { factPrinter } from './fact.ts'
import { addressOf, anchorsOf, checkAnchors, idsOn } from './link.ts'
import type { Manuscript } from './manuscript.ts'
import type { Problem } from './problem.ts'
import { proseOf } from './prose.ts'
import type { Surroundings, Written } from './rule.ts'
import { type RuleName, rules } from './rule-book.ts'
import { surroundingsOf, termIds } from './surroundings.ts'

export const isPage = ({ kind }: Pick<Manuscript, 'kind'>): boolean => kind === 'article' || kind === 'page'

/** What every rule says about one page. */
export type Verdict = { problems: Problem[]; broken: RuleName[] }

export function judgePage(written: Written, surroundings: Surroundings): Verdict {
  const found = Object.entries(rules).map(([name, rule]) => ({ name, problems: rule(written, surroundings) }))
  const broken = found.filter(({ problems }) => problems.length > 0).map(({ name }) => name as RuleName)
  return { problems: found.flatMap(({ problems }) => problems), broken }
}

/** A page with its prose, facts filled in. */
export function writtenPage(manuscript: Manuscript, { records }: Pick<Surroundings, 'records'>): Written {
  return { ...manuscript, paragraphs: proseOf(manuscript, factPrinter(records)) }
}

/** Everything wrong with the whole content, page by page and line by line. */
export function checkContent(manuscripts: Manuscript[], today: string): Problem[] {
  const pages = manuscripts.filter(isPage)
  const surroundings = surroundingsOf(pages, manuscripts, today)
  const ids = new Map(pages.map((page) => [addressOf(page), idsOn(page)]))
  ids.set('/glossary', termIds(surroundings))
  return inOrder([
    ...pages.flatMap((page) => judgePage(writtenPage(page, surroundings), surroundings).problems),
    ...pages.flatMap((page) => checkAnchors(page.path, anchorsOf(page), ids)),
    ...checkRecords(manuscripts, surroundings),
  ])
}

/** What is wrong with the files that are not pages: words a figure would print, facts an open clinic must know. */
export function checkRecords(manuscripts: Manuscript[], { records }: Surroundings): Problem[] {
  return manuscripts.flatMap((manuscript) => {
    const record = manuscript.kind === 'study' ? records.get(manuscript.slug) : undefined
    return [...(record ? checkRecordWords(record, manuscript.path) : []), ...checkOpening(manuscript)]
  })
}

export const inOrder = (problems: Problem[]): Problem[] =>
  problems.toSorted((one, other) => one.path.localeCompare(other.path) || one.line - other.line)

/** A clinic that says it is open has nothing left to be confirmed. */
function checkOpening({ kind, path, data, lineOf }: Manuscript): Problem[] {
  if (kind !== 'clinic' || data.open !== true) return []
  return missingFacts(readClinic(data as Parameters<typeof readClinic>[0])).map((fact) => ({
    level: 'fail',
    path,
    line: lineOf(fact),
    message: `The clinic is marked open, but "${fact}" is not known. Fill it in, or set open to false.`,
  }))
}
