import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { renderAsync } from '@resvg/resvg-js'
import { clinic } from '#lib/clinic.ts'
import { readFontMetrics } from '#lib/font/metrics.ts'
import { drawShareImage } from '#lib/seo/share-drawing.ts'
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

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" }

type ShareImage = { path: string; title: string }

/** The picture a page names in its head, and the words that must stand on it: its own alternative text. */
export function shareImageIn(html: string): ShareImage | undefined {
  const valueOf = (property: string) => new RegExp(`<meta property="${property}" content="([^"]*)"`).exec(html)?.[1]
  const [url, alt] = [valueOf('og:image'), valueOf('og:image:alt')]
  if (!url || !alt) return undefined
  return { path: new URL(url).pathname, title: alt.replace(/&([a-z]+|#x27);/g, (_, name) => entities[name] ?? '') }
}

export async function drawShareImages(projectFolder = process.cwd()): Promise<number> {
  const siteFolder = join(projectFolder, SITE_FOLDER)
  const files = (await readdir(siteFolder, { recursive: true })).filter((file) => file.endsWith('.html'))
  const pages = await Promise.all(files.map((file) => readFile(join(siteFolder, file), 'utf8')))
  const images = pages.map(shareImageIn).filter((image) => image !== undefined)
  const { widthOf } = readFontMetrics(await readFile(join(projectFolder, FONT)))

  for (const folder of [join(siteFolder, 'share'), join(projectFolder, KEPT_FOLDER)])
    await mkdir(folder, { recursive: true })
  const queue = images.values()
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const image of queue) await placeImage(image)
    }),
  )
  return images.length

  async function placeImage({ path, title }: ShareImage): Promise<void> {
    const kept = join(projectFolder, KEPT_FOLDER, path.slice('/share/'.length))
    const drawn = await readFile(kept).catch(() => drawImage(title))
    await writeFile(kept, drawn)
    await writeFile(join(siteFolder, path), drawn)
  }

  async function drawImage(title: string): Promise<Buffer> {
    const drawing = drawShareImage({ title, clinicName: clinic().name }, widthOf)
    const font = { loadSystemFonts: false, fontFiles: [join(projectFolder, FONT)], defaultFontFamily: FAMILY }
    return (await renderAsync(drawing, { font })).asPng()
  }
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { help: { type: 'boolean' } } })
  console.log(values.help ? HELP : `${await drawShareImages()} share images are in place.`)
}
