import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { renderAsync } from '@resvg/resvg-js'
import { clinic } from '#lib/clinic.ts'
import { readFontMetrics } from '#lib/font/metrics.ts'
import { forEachAtOnce } from '#lib/process/at-once.ts'
import { drawShareImage } from '#lib/seo/share-drawing.ts'
import { decodeEntities } from '#lib/server/entity.ts'
import { SITE_FOLDER } from '#lib/server/site-folder.ts'

const HELP = `Draws the share image that each finished page names, beside the pages. The build runs this; a picture drawn
for an earlier build is taken from there.

  node lib/cli/share-images.ts          draw what is missing
  node lib/cli/share-images.ts --help   show this text
`

const FONT = 'lib/font/source-serif-4-600.ttf'
const FAMILY = 'Source Serif 4'
/** Next keeps this folder from one build to the next. */
const KEPT_FOLDER = '.next/cache/share'
const AT_ONCE = 4

type ShareImage = { path: string; title: string }

/** The picture a page names in its head, and the words that must stand on it: its own alternative text. */
export function shareImageIn(html: string): ShareImage | undefined {
  const contentOf = (property: string) => new RegExp(`<meta property="${property}" content="([^"]*)"`).exec(html)?.[1]
  const [url, alt] = [contentOf('og:image'), contentOf('og:image:alt')]
  if (!url || !alt) return undefined
  return { path: new URL(url).pathname, title: decodeEntities(alt) }
}

export async function drawShareImages(projectFolder = process.cwd()): Promise<number> {
  const siteFolder = join(projectFolder, SITE_FOLDER)
  const files = (await readdir(siteFolder, { recursive: true })).filter((file) => file.endsWith('.html'))
  const pages = await Promise.all(files.map((file) => readFile(join(siteFolder, file), 'utf8')))
  const images = pages.map(shareImageIn).filter((image) => image !== undefined)
  const { widthOf } = readFontMetrics(await readFile(join(projectFolder, FONT)))

  const keptFolder = join(projectFolder, KEPT_FOLDER)
  for (const folder of [join(siteFolder, 'share'), keptFolder]) await mkdir(folder, { recursive: true })
  await forEachAtOnce(images, AT_ONCE, async ({ path, title }) => {
    const kept = join(keptFolder, basename(path))
    const drawn = await readFile(kept).catch(() => drawImage(title))
    await Promise.all([writeFile(kept, drawn), writeFile(join(siteFolder, path), drawn)])
  })
  await forgetOthers(keptFolder, new Set(images.map(({ path }) => basename(path))))
  return images.length

  async function drawImage(title: string): Promise<Buffer> {
    const drawing = drawShareImage({ title, clinicName: clinic().name }, widthOf)
    const font = { loadSystemFonts: false, fontFiles: [join(projectFolder, FONT)], defaultFontFamily: FAMILY }
    return (await renderAsync(drawing, { font })).asPng()
  }
}

async function forgetOthers(folder: string, names: ReadonlySet<string>): Promise<void> {
  const kept = await readdir(folder)
  await Promise.all(kept.filter((name) => !names.has(name)).map((name) => rm(join(folder, name))))
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { help: { type: 'boolean' } } })
  console.log(values.help ? HELP : `${await drawShareImages()} share images are in place.`)
}
