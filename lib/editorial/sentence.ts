import { lineAt, type Piece } from './piece.ts'

/** One sentence of a page: as read, as typed (without the facts a record prints), and what it cites. */
export type Sentence = { text: string; typed: string; line: number; citations: string[] }

const ENDS_IN_ABBREVIATION = /\b(U\.S|D\.C|Dr|Mr|Mrs|Ms|St|vs|e\.g|i\.e|No|a\.m|p\.m)\.\s*$/
const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/** Cuts a paragraph into sentences; a citation behind the full stop belongs to the sentence before it. */
export function sentencesOf(pieces: Piece[]): Sentence[] {
  const whole = pieces.map((piece) => piece.text).join('')
  return rangesIn(whole).map(([start, end]) => {
    const spoken = whole.slice(start, end)
    return {
      text: onOneLine(spoken),
      typed: onOneLine(typedBetween(pieces, start, end)),
      line: lineAt(pieces, start + spoken.length - spoken.trimStart().length),
      citations: citationsBetween(pieces, start, end),
    }
  })
}

const onOneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

function rangesIn(text: string): [number, number][] {
  const ranges: [number, number][] = []
  for (const { segment, index } of segmenter.segment(text)) {
    const before = ranges.at(-1)
    if (before && ENDS_IN_ABBREVIATION.test(text.slice(...before))) before[1] = index + segment.length
    else if (segment.trim()) ranges.push([index, index + segment.length])
  }
  return ranges
}

function typedBetween(pieces: Piece[], start: number, end: number): string {
  let position = 0
  let typed = ''
  for (const { origin, text } of pieces) {
    if (origin === 'typed') typed += text.slice(Math.max(start - position, 0), Math.max(end - position, 0))
    position += text.length
  }
  return typed
}

function citationsBetween(pieces: Piece[], start: number, end: number): string[] {
  let position = 0
  const ids: string[] = []
  for (const { origin, text, ids: cited } of pieces) {
    const isHere = position === 0 ? start === 0 : position > start && position <= end
    if (origin === 'citation' && isHere) ids.push(...cited)
    position += text.length
  }
  return ids
}
