import { SHARE_IMAGE } from './share-image.ts'

const { width, height } = SHARE_IMAGE
const MARGIN = 88
const LINE_WIDTH_MAX = width - 2 * MARGIN
/** Sizes to try, largest first, each with the number of lines that leave room for the clinic's name. */
const sizes = [
  { size: 92, linesMax: 3 },
  { size: 76, linesMax: 4 },
  { size: 60, linesMax: 5 },
]
const LINE_HEIGHT = 1.18

type Words = { title: string; clinicName: string }

/** How wide a text is at a font size of one. */
type Measure = (text: string) => number

/** The picture that other sites show beside a link: the page's question on paper, and who asks it. */
export function drawShareImage({ title, clinicName }: Words, widthOf: Measure): string {
  const { size, lines } = fitTitle(title, widthOf)
  const first = MARGIN + size * 0.78
  const titleLines = lines.map((line, index) =>
    text(line, { y: first + index * size * LINE_HEIGHT, size, fill: '#1b2a2f' }),
  )

  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="Source Serif 4">
<rect width="${width}" height="${height}" fill="#fbfaf7"/>
${titleLines.join('\n')}
<rect y="${height - 134}" width="${width}" height="134" fill="#0f5e63"/>
<circle cx="${MARGIN + 13}" cy="${height - 67}" r="13" fill="#fbfaf7"/>
${text(clinicName, { x: MARGIN + 46, y: height - 55, size: 34, fill: '#fbfaf7' })}
</svg>`
}

function fitTitle(title: string, widthOf: Measure): { size: number; lines: string[] } {
  const tried = sizes.map(({ size, linesMax }) => ({ size, linesMax, lines: breakLines(title, size, widthOf) }))
  const fitting = tried.find(({ lines, linesMax }) => lines.length <= linesMax)
  if (!fitting) throw new Error(`The title "${title}" is too long for its share image. Shorten it.`)
  return fitting
}

/** Fills each line with as many words as it holds. */
function breakLines(text: string, size: number, widthOf: Measure): string[] {
  return text.split(/\s+/).reduce<string[]>((lines, word) => {
    const last = lines.at(-1)
    const joined = last === undefined ? word : `${last} ${word}`
    const isRoom = last !== undefined && widthOf(joined) * size <= LINE_WIDTH_MAX
    return isRoom ? [...lines.slice(0, -1), joined] : [...lines, word]
  }, [])
}

function text(words: string, { x = MARGIN, y, size, fill }: { x?: number; y: number; size: number; fill: string }) {
  const escaped = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}">${escaped}</text>`
}
