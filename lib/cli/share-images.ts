import { existsSync } from 'node:fs'
import { link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { Resvg } from '@resvg/resvg-js'
import { articlesIn, pagesIn } from '#lib/articles/library.ts'
import { clinic } from '#lib/clinic.ts'
import { studies } from '#lib/evidence/library.ts'
import { readFontMetrics } from '#lib/font/metrics.ts'
import { locales } from '#lib/locale.ts'
import { forEachAtOnce } from '#lib/process/at-once.ts'
import { drawShareImage } from '#lib/seo/share-drawing.ts'
import { shareImagePath } from '#lib/seo/share-image.ts'
import { decodeEntities } from '#lib/server/entity.ts'
import { SITE_FOLDER } from '#lib/server/site-folder.ts'

const HELP = `Draws the share image that each finished page names, beside the pages. The build runs this; a picture drawn
for an earlier build is taken from there.

  node lib/cli/share-images.ts          draw what is missing, and put all beside the pages
  node lib/cli/share-images.ts --ahead  only draw those that the lists tell of, before the pages are rendered
  node lib/cli/share-images.ts --help   show this text
`

const FONT = 'lib/font/source-serif-4-600.ttf'
const FAMILY = 'Source Serif 4'
/** Next keeps this folder from one build to the next. */
const KEPT_FOLDER = '.next/cache/share'
const READ_AT_ONCE = 8
/** The drawings hold their pixels, 3 MB each, outside the memory that Node watches. */
const COLLECT_EVERY = 32

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
  const images = await imagesIn(siteFolder)
  await drawMissing(projectFolder, images)

  const keptFolder = join(projectFolder, KEPT_FOLDER)
  const placed = join(siteFolder, 'share')
  await rm(placed, { recursive: true, force: true })
  await mkdir(placed, { recursive: true })
  const names = new Set(images.map(({ path }) => basename(path)))
  await Promise.all([...names].map((name) => link(join(keptFolder, name), join(placed, name))))
  await forgetOthers(keptFolder, names)
  return names.size
}

async function imagesIn(siteFolder: string): Promise<ShareImage[]> {
  const files = (await readdir(siteFolder, { recursive: true })).filter((file) => file.endsWith('.html'))
  const images: ShareImage[] = []
  await forEachAtOnce(files, READ_AT_ONCE, async (file) => {
    const image = shareImageIn(await readFile(join(siteFolder, file), 'utf8'))
    if (image) images.push(image)
  })
  return images
}

/** Draws the images that no earlier build has drawn. */
async function drawMissing(projectFolder: string, images: ShareImage[]): Promise<void> {
  const keptFolder = join(projectFolder, KEPT_FOLDER)
  await mkdir(keptFolder, { recursive: true })
  const { widthOf } = readFontMetrics(await readFile(join(projectFolder, FONT)))
  const font = { loadSystemFonts: false, fontFiles: [join(projectFolder, FONT)], defaultFontFamily: FAMILY }
  const clinicName = clinic().name
  let drawn = 0
  for (const { path, title } of images) {
    const kept = join(keptFolder, basename(path))
    if (existsSync(kept)) continue
    const image = new Resvg(drawShareImage({ title, clinicName }, widthOf), { font }).render().asPng()
    await writeFile(`${kept}.new`, image)
    await rename(`${kept}.new`, kept)
    drawn += 1
    if (drawn % COLLECT_EVERY === 0) collectGarbage()
  }
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
}

async function forgetOthers(folder: string, names: ReadonlySet<string>): Promise<void> {
  const kept = await readdir(folder)
  await Promise.all(kept.filter((name) => !names.has(name)).map((name) => rm(join(folder, name))))
}

/** The images of most pages, as they will name them: drawn while the rest of the build leaves a processor idle. */
function expectedImages(): ShareImage[] {
  const pages = locales.flatMap((locale) => [...articlesIn(locale), ...pagesIn(locale)])
  const studyPages = studies()
    .filter(({ verified }) => verified)
    .map(({ id, shortName }) => ({ path: `/evidence/${id}`, title: shortName }))
  return [...pages, ...studyPages].map((page) => ({ path: shareImagePath(page), title: page.title }))
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { ahead: { type: 'boolean' }, help: { type: 'boolean' } } })
  if (values.help) console.log(HELP)
  else if (values.ahead) await drawMissing(process.cwd(), expectedImages())
  else console.log(`${await drawShareImages()} share images are in place.`)
}
