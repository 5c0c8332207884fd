import { expect, test } from 'vitest'
import { drawShareImage } from '#lib/seo/share-drawing.ts'

/** As if every letter were half as wide as it is high. */
const widthOf = (text: string) => text.length / 2
const draw = (title: string) => drawShareImage({ title, clinicName: 'Clinic & Co' }, widthOf)
const linesOf = (drawing: string) =>
  [...drawing.matchAll(/<text x="\d+" y="([\d.]+)" font-size="(\d+)"[^>]*>([^<]*)</g)].map(
    ([, y, size, words = '']) => ({
      y: Number(y),
      size: Number(size),
      words,
    }),
  )

test('the title is whole, and the clinic is named under it', () => {
  const lines = linesOf(draw('Can ketamine help with alcohol addiction?'))
  expect(
    lines
      .slice(0, -1)
      .map(({ words }) => words)
      .join(' '),
  ).toBe('Can ketamine help with alcohol addiction?')
  expect(lines.at(-1)?.words).toBe('Clinic &amp; Co')
})

test.each(['Short?', 'word '.repeat(14).trim(), 'word '.repeat(24).trim()])(
  'no line leaves the picture, and none reaches the name: %s',
  (title) => {
    const lines = linesOf(draw(title)).slice(0, -1)
    expect(lines.filter(({ words, size }) => widthOf(words) * size > 1200 - 2 * 88)).toEqual([])
    expect(lines.at(-1)?.y).toBeLessThan(630 - 134)
  },
)

test('a title that fits nowhere is refused, so that its author shortens it', () => {
  expect(() => draw('word '.repeat(60))).toThrow(/Shorten it/)
})

test('a title cannot become a drawing', () => {
  expect(draw('<circle/> & so')).toContain('&lt;circle/> &amp; so')
})
