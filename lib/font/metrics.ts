/** Reads what layout depends on from an uncompressed TrueType file: glyphs, widths and line metrics. */
export function readFontMetrics(font: Buffer) {
  const tables = tablesOf(font)
  const unitsPerEm = tables('head').readUInt16BE(18)
  const hhea = tables('hhea')
  const glyphOf = readCharacterMap(tables('cmap'))
  const widths = tables('hmtx')
  const widthCount = hhea.readUInt16BE(34)

  return {
    characters: [...glyphOf.keys()],
    ascent: hhea.readInt16BE(4) / unitsPerEm,
    descent: -hhea.readInt16BE(6) / unitsPerEm,
    widthOf(text: string): number {
      const advances = [...text].map((character) => {
        const glyph = glyphOf.get(character) ?? 0
        return widths.readUInt16BE(4 * Math.min(glyph, widthCount - 1))
      })
      return advances.reduce((sum, advance) => sum + advance, 0) / unitsPerEm
    },
  }
}

function tablesOf(font: Buffer) {
  const records = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + 16 * index)
  const places = new Map(
    records.map((at) => [
      font.toString('latin1', at, at + 4),
      { from: font.readUInt32BE(at + 8), length: font.readUInt32BE(at + 12) },
    ]),
  )

  return (tag: string) => {
    const place = places.get(tag)
    if (!place) throw new Error(`The font has no ${tag} table.`)
    return font.subarray(place.from, place.from + place.length)
  }
}

/** Format 4 holds every character below U+10000, which is all we use. */
function readCharacterMap(cmap: Buffer): Map<string, number> {
  const offsets = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) => cmap.readUInt32BE(8 + 8 * index))
  const from = offsets.find((offset) => cmap.readUInt16BE(offset) === 4)
  if (from === undefined) throw new Error('The font has no format 4 character map.')

  const table = cmap.subarray(from)
  const size = table.readUInt16BE(6)
  const word = (column: number, segment: number) =>
    table.readUInt16BE(14 + column * size + (column > 0 ? 2 : 0) + segment)
  const glyphs = new Map<string, number>()

  for (let segment = 0; segment < size; segment += 2) {
    const [end, start, delta, range] = [word(0, segment), word(1, segment), word(2, segment), word(3, segment)]
    for (let code = start; code <= end && code < 0xffff; code++) {
      const place = 16 + 3 * size + segment + range + 2 * (code - start)
      const glyph = range === 0 ? code : table.readUInt16BE(place)
      glyphs.set(String.fromCharCode(code), (glyph + delta) & 0xffff)
    }
  }
  return glyphs
}
