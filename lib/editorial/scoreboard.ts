import { type Instrument, type Item, instruments } from './instrument.ts'
import type { JudgedPage } from './judged-page.ts'
import { percent } from './passive-voice.ts'
import { isForPeople, type Score, type Scores } from './score.ts'

const PAGE_WIDTH_MAX = 36
const WIDTH_MAX = 100
const names = Object.keys(instruments) as Instrument[]
const headings = ['Page', ...names.map((name) => name.split(/[ -]/)[0] ?? name), 'FK', 'Adj', 'SMOG', 'Passive']

const EXPLANATION = `9/10: of ten items a machine can see, nine hold; a warning counts against one. –: not for this page.
FK, Adj, SMOG: school grades; Adj counts our subject's words as short. Passive: of the sentences.`

/** How every page stands on every instrument, and what is left for a person to judge. */
export function printScoreboard(pages: Pick<JudgedPage, 'outline' | 'scores' | 'level' | 'passive'>[]): string {
  const rows = pages.map(({ outline, scores, level, passive }) => [
    nameOf(outline.path),
    ...names.map((name) => cellOf(scores[name])),
    ...[level.fleschKincaid, level.adjusted, level.smog].map((grade) => grade.toFixed(1)),
    percent(passive),
  ])
  const table = [headings, ...rows].map((row) => alignRow(row, [headings, ...rows])).join('\n')
  const wanting = pages.map(({ outline, scores }) => ({ name: nameOf(outline.path), items: wantingIn(scores) }))
  const onEveryPage = wanting[0]?.items.filter((item) => wanting.every(({ items }) => items.includes(item))) ?? []
  const notMet = [{ name: 'every page', items: onEveryPage }, ...wanting.map((page) => without(page, onEveryPage))]
    .filter(({ items }) => items.length > 0)
    .map(({ name, items }) => `  ${name}\n${wrap(items, '    ')}`)
  const people = names.map((name) => wrap(forPeople(name), '  '))

  return [
    EXPLANATION,
    table,
    ...(notMet.length > 0 ? [['Not met', ...notMet].join('\n')] : []),
    ['Only a person can judge', ...people].join('\n'),
  ].join('\n\n')
}

const cellOf = (score: Score | undefined) => (score ? `${score.looked - score.wanting.length}/${score.looked}` : '–')

type Wanting = { name: string; items: string[] }

const wantingIn = (scores: Scores): string[] =>
  names.flatMap((name) => (scores[name]?.wanting ?? []).map((item) => describeItem(name, item)))

const without = ({ name, items }: Wanting, others: string[]): Wanting => ({
  name,
  items: items.filter((item) => !others.includes(item)),
})

const itemsOf = (name: Instrument): readonly Item[] => instruments[name]

function describeItem(name: Instrument, wanted: string): string {
  return `${name} ${wanted} (${itemsOf(name).find(({ item }) => item === wanted)?.asks})`
}

function forPeople(name: Instrument): string[] {
  const items = itemsOf(name).filter(isForPeople)
  const asked = items.map(({ item, asks }) => (/\d/.test(item) ? `${item} ${asks}` : asks))
  const [first = 'nothing', ...others] = asked
  return [`${name}: ${first}`, ...others]
}

function nameOf(path: string): string {
  const name = path.replace(/^content\/|\.mdx$/g, '')
  if (name.length <= PAGE_WIDTH_MAX) return name
  // Cut in the middle: slugs begin alike.
  const half = Math.floor(PAGE_WIDTH_MAX / 2)
  return `${name.slice(0, PAGE_WIDTH_MAX - half - 1)}…${name.slice(-half)}`
}

function alignRow(row: string[], table: string[][]): string {
  const widthOf = (column: number) => Math.max(...table.map((cells) => cells[column]?.length ?? 0))
  return row.map((cell, column) => (column === 0 ? cell.padEnd(widthOf(0)) : cell.padStart(widthOf(column)))).join('  ')
}

/** Puts as many things on a line as fit, and none of them on two. */
function wrap(things: string[], indent: string): string {
  const lines: string[] = []
  for (const [index, thing] of things.entries()) {
    const written = index === things.length - 1 ? thing : `${thing},`
    const last = lines.at(-1)
    if (last !== undefined && indent.length + last.length + 1 + written.length <= WIDTH_MAX)
      lines[lines.length - 1] = `${last} ${written}`
    else lines.push(written)
  }
  return lines.map((line) => indent + line).join('\n')
}
