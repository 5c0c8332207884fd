import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import subsetFont from 'subset-font'
import { describe, expect, test } from 'vitest'
import { readFontMetrics } from '#lib/font/metrics.ts'

const BYTES_MAX = 10_240
const stylesheet = readFileSync('app/globals.css', 'utf8')
const fonts = globSync('public/fonts/*.woff2').sort()

const anyCharacter = Array.from({ length: 0x2300 }, (_, code) => String.fromCharCode(code)).join('')
const metricsOf = async (path: string) =>
  readFontMetrics(await subsetFont(readFileSync(path), anyCharacter, { targetFormat: 'sfnt' }))

/** What an author or a translator has written, less the code around it. */
const written = globSync(['content/en/**/*.mdx', 'content/en/*.ts', 'content/**/*.yaml'])
  .map((path) => readFileSync(path, 'utf8'))
  .join('')

test('there are two fonts and no other request for type', () => {
  expect(fonts).toHaveLength(2)
  expect(stylesheet.match(/url\(/g)).toHaveLength(2)
})

describe.each(fonts)('%s', (path) => {
  const font = readFileSync(path)

  test('is named for its content, so it may be cached for ever', () => {
    expect(path).toContain(createHash('sha256').update(font).digest('hex').slice(0, 8))
    expect(stylesheet).toContain(path.replace('public', ''))
  })

  test(`is at most ${BYTES_MAX} bytes`, () => {
    expect(font.length).toBeLessThanOrEqual(BYTES_MAX)
  })

  test('has every letter of English and Spanish', async () => {
    const { characters } = await metricsOf(path)
    expect([...'azAZ09áéíóúüñÁÉÍÓÚÜÑ¿¡’“”–'].filter((character) => !characters.includes(character))).toEqual([])
  })
})

test('the text font has every character an article prints', async () => {
  const { characters } = await metricsOf(fonts.find((path) => path.includes('atkinson')) ?? '')
  const codeOnly = '\n\t<>{}\\|`~^'
  const missing = new Set([...written].filter((character) => !characters.includes(character)))
  expect([...missing].filter((character) => !codeOnly.includes(character))).toEqual([])
})

test('a letter is as wide as the font says', async () => {
  const { widthOf } = await metricsOf(fonts.find((path) => path.includes('atkinson')) ?? '')
  expect(widthOf('m')).toBeGreaterThan(widthOf('n'))
  expect(widthOf('nn')).toBeCloseTo(2 * widthOf('n'))
})

test('each font falls back to one that is stretched to the same width', () => {
  expect(stylesheet.match(/^ {2}size-adjust: /gm)).toHaveLength(3)
})
