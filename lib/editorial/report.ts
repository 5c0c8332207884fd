import type { Problem } from './problem.ts'
import { measurePage } from './reading-level.ts'
import type { Written } from './rule.ts'

const headings = ['Page', 'Words', 'Sentences', 'Flesch-Kincaid', 'SMOG', 'Problems', 'Warnings']

/** A small table: how hard each page is to read, and what is wrong with it. */
export function reportPages(pages: Written[], problems: Problem[]): string {
  const count = (path: string, level: Problem['level']) =>
    problems.filter((problem) => problem.path === path && problem.level === level).length
  const rows = pages.map(({ path, paragraphs }) => {
    const level = measurePage(paragraphs)
    const grades = [level.fleschKincaid.toFixed(1), level.smog.toFixed(1)]
    return [path, level.words, level.sentences, ...grades, count(path, 'fail'), count(path, 'warn')].map(String)
  })
  return [headings, ...rows].map((row) => alignRow(row, [headings, ...rows])).join('\n')
}

function alignRow(row: string[], table: string[][]): string {
  const widthOf = (column: number) => Math.max(...table.map((cells) => cells[column]?.length ?? 0))
  return row.map((cell, column) => (column === 0 ? cell.padEnd(widthOf(0)) : cell.padStart(widthOf(column)))).join('  ')
}
