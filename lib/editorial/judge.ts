import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkRecords, inOrder } from './check.ts'
import { contentFiles } from './content-file.ts'
import { type JudgedPage, judgeManuscript } from './judged-page.ts'
import { openKeptPages } from './kept-page.ts'
import { addressOf, checkAnchors } from './link.ts'
import { kindOf, type Manuscript, readManuscript } from './manuscript.ts'
import type { Problem } from './problem.ts'
import { surroundingsOf, termIds } from './surroundings.ts'

export type Judged =
  | { kind: 'judged'; pages: JudgedPage[]; records: Manuscript[]; problems: Problem[] }
  | { kind: 'refused'; problems: Problem[] }

/**
 * Reads and judges every content file. A page is held in memory only while it is judged, and not read again until
 * it or what it is judged against has changed; so ten thousand pages take no more memory than ten.
 */
export function judgeContent(root: string, today: string): Judged {
  const textOf = (path: string) => readFileSync(join(root, path), 'utf8')
  const paths = contentFiles(root)
  const refusals: Problem[] = []
  const read = (path: string, text: string): Manuscript | undefined => {
    const reading = readManuscript(path, text)
    if (reading?.kind === 'refused') refusals.push(...reading.problems)
    return reading?.kind === 'read' ? reading.manuscript : undefined
  }

  const records = paths.filter((path) => path.endsWith('.yaml')).flatMap((path) => read(path, textOf(path)) ?? [])
  const pagePaths = paths.filter((path) => path.endsWith('.mdx'))
  const surroundings = surroundingsOf(
    pagePaths.flatMap((path) => kindOf(path) ?? []),
    records,
    today,
  )
  const kept = openKeptPages(root, surroundings)

  const pages = pagePaths.flatMap((path) => {
    const text = textOf(path)
    const judged = kept.find(path, text) ?? judge(read(path, text))
    if (judged) kept.add(path, text, judged)
    return judged ?? []
  })
  kept.save()
  if (refusals.length > 0) return { kind: 'refused', problems: inOrder(refusals) }

  const ids = new Map(pages.map(({ outline }) => [addressOf(outline), outline.ids]))
  ids.set('/glossary', termIds(surroundings))
  const problems = [
    ...pages.flatMap((page) => page.problems),
    ...pages.flatMap(({ outline }) => checkAnchors(outline.path, outline.anchors, ids)),
    ...checkRecords(records, surroundings),
  ]
  return { kind: 'judged', pages, records, problems: inOrder(problems) }

  function judge(manuscript: Manuscript | undefined): JudgedPage | undefined {
    return manuscript && judgeManuscript(manuscript, surroundings)
  }
}
