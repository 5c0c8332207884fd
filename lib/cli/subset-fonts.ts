import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import subsetFont from 'subset-font'
import { readFontMetrics } from '#lib/font/metrics.ts'

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789áéíóúüñÁÉÍÓÚÜÑ¿¡ '
const FONTS_DIR = 'public/fonts'
const STYLESHEET = 'app/globals.css'
/** The letters of the share images, which are drawn by a program that reads no woff2. */
const DRAWING_FONT = 'lib/font/source-serif-4-600.ttf'

/** Letters of English as often as they occur, and its spaces: the sample next/font measures with too. */
const sample = 'aaabcdeeeefghiijklmnnoopqrrssttuvwxyz      '

/** Mean width of the sample in each fallback, in ems, measured on the Liberation fonts, which share these widths. */
const families = [
  {
    family: 'Atkinson',
    file: 'atkinson-hyperlegible-next',
    characters: `${letters}!"#$%&'()*+,-./:;=?@[]_–—‘’“”…·×±−←→↑©\u00a0`,
    // Pairs of Atkinson are spaced well unkerned; its kerning table would add 2.3 KB.
    keepFeatures: [],
    axis: { min: 400, max: 700 },
    fallbacks: [
      { weight: 400, names: ['Arial', 'Liberation Sans'], width: 0.4563 },
      { weight: 700, names: ['Arial Bold', 'Liberation Sans Bold'], width: 0.4937 },
    ],
  },
  {
    family: 'Source Serif',
    file: 'source-serif-4',
    characters: `${letters}!&'(),-./:;?[]–—‘’“”…\u00a0`,
    keepFeatures: ['kern'],
    axis: 600,
    fallbacks: [
      {
        weight: 600,
        names: ['Times New Roman Bold', 'Liberation Serif Bold'],
        width: 0.4431,
      },
    ],
  },
]

if (process.argv.includes('--help')) {
  console.log(`Usage: npm run fonts

Cuts the two fonts down to the letters and weights the site uses, writes them to ${FONTS_DIR}
under a name that changes with their content, and rewrites the @font-face rules in ${STYLESHEET}.
The heading font is written once more to ${DRAWING_FONT}, for the share images.`)
} else {
  await subsetFonts()
}

async function subsetFonts() {
  rmSync(FONTS_DIR, { recursive: true, force: true })
  mkdirSync(FONTS_DIR, { recursive: true })

  const rules: string[] = []
  for (const family of families) rules.push(...(await subsetFamily(family)))

  const block = /(\/\* fonts:start[^*]*\*\/\n)[\s\S]*?(\/\* fonts:end \*\/)/
  const stylesheet = readFileSync(STYLESHEET, 'utf8')
  writeFileSync(
    STYLESHEET,
    stylesheet.replace(block, (_, start, end) => `${start}${rules.join('\n\n')}\n${end}`),
  )
  console.log(`${readdirSync(FONTS_DIR).length} fonts written to ${FONTS_DIR}; ${STYLESHEET} names them.`)
}

async function subsetFamily({ family, file, characters, keepFeatures, axis, fallbacks }: (typeof families)[number]) {
  const path = `@fontsource-variable/${file}/files/${file}-latin-wght-normal.woff2`
  const source = readFileSync(createRequire(import.meta.url).resolve(path))
  const options = { keepFeatures, noHinting: true }

  const font = await subsetFont(source, characters, {
    ...options,
    targetFormat: 'woff2',
    variationAxes: { wght: axis },
  })
  const hash = createHash('sha256').update(font).digest('hex').slice(0, 8)
  writeFileSync(`${FONTS_DIR}/${file}-${hash}.woff2`, font)
  console.log(`${file}: ${source.length} → ${font.length} bytes`)

  const weights = typeof axis === 'number' ? `${axis}` : `${axis.min} ${axis.max}`
  const rules = [
    fontFace({
      'font-family': `"${family}"`,
      src: `url("/fonts/${file}-${hash}.woff2") format("woff2")`,
      'font-weight': weights,
      'font-display': 'optional',
    }),
  ]
  for (const { weight, names, width } of fallbacks) {
    const instance = await subsetFont(source, characters, {
      ...options,
      targetFormat: 'sfnt',
      variationAxes: { wght: weight },
    })
    if (weight === axis) writeFileSync(DRAWING_FONT, instance)
    const metrics = readFontMetrics(instance)
    const scale = metrics.widthOf(sample) / sample.length / width
    rules.push(
      fontFace({
        'font-family': `"${family} fallback"`,
        src: names.map((name) => `local("${name}")`).join(', '),
        'font-weight': `${weight}`,
        'size-adjust': percent(scale),
        'ascent-override': percent(metrics.ascent / scale),
        'descent-override': percent(metrics.descent / scale),
        'line-gap-override': '0%',
      }),
    )
  }
  return rules
}

function fontFace(descriptors: Record<string, string>): string {
  const lines = Object.entries(descriptors).map(([name, value]) => `  ${name}: ${value};`)
  return ['@font-face {', ...lines, '}'].join('\n')
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`
}
