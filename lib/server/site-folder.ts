import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { link, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { forEachAtOnce } from '#lib/process/at-once.ts'

export const SITE_FOLDER = '.next/site'
/** Next keeps this one folder of its own from build to build. */
const COMPRESSED_FOLDER = '.next/cache/compressed'
/** Node compresses in four threads of its own; with one file at a time three of them would wait. */
export const AT_ONCE = 8
const MANIFEST = '.next/site-manifest.json'

/** What the build tells the front server: which paths Next must render, and the hashes of the inlined styles. */
type SiteManifest = { dynamicPaths: string[]; styleHashes: string[] }

const compressible = /\.(html|xml|txt|svg|json|webmanifest|css)$/
const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** The quick quality takes 0.7 ms a page and not 31, which was half of a cold build, for 11 % more bytes. */
const QUICK_QUALITY = 6
/** What arrives before the first answer of the reader's phone: a page beyond it is compressed best, whatever that takes. */
const FIRST_FLIGHT_BYTES = 14_000
const BEST_PAGES_MAX = 150

/** The brotli quality for a site of this size; not for how much of it is new, so that its bytes do not tell its history. */
export function brotliQualityFor(pages: number): number {
  return pages > BEST_PAGES_MAX ? QUICK_QUALITY : constants.BROTLI_MAX_QUALITY
}

/** Empties the folder of finished pages, and hands over the files that stand as they are. */
export async function clearSite(projectFolder: string, standing: string[] = []): Promise<Map<string, Buffer>> {
  const folder = join(projectFolder, SITE_FOLDER)
  const kept = new Map<string, Buffer>()
  await forEachAtOnce(standing, AT_ONCE, async (path) => {
    kept.set(path, await readFile(join(folder, path)))
  })
  await rm(folder, { recursive: true, force: true })
  return kept
}

/**
 * Writes one file of the site and, where it helps, its brotli and gzip forms beside it; resolves with the names of
 * the compressed forms it used. They are kept by what they compress, because brotli takes long: after an edit only
 * the pages that changed are compressed again.
 */
export async function writeSiteFile(
  projectFolder: string,
  path: string,
  content: Buffer,
  quality: number = constants.BROTLI_MAX_QUALITY,
): Promise<string[]> {
  const file = join(projectFolder, SITE_FOLDER, path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, content)
  if (!compressible.test(path)) return []

  const hash = createHash('sha256').update(content).digest('hex')
  const kept = join(projectFolder, COMPRESSED_FOLDER)
  await mkdir(kept, { recursive: true })
  const forms = [
    { name: `${hash}-${quality}.br`, extension: 'br', compress: () => compressForOneFlight(content, quality) },
    { name: `${hash}.gz`, extension: 'gz', compress: () => zip(content, { level: 9 }) },
  ]
  return Promise.all(
    forms.map(async ({ name, extension, compress }) => {
      const form = join(kept, name)
      if (!existsSync(form)) await writeWhole(form, await compress())
      await rm(`${file}.${extension}`, { force: true })
      await link(form, `${file}.${extension}`)
      return name
    }),
  )
}

async function compressForOneFlight(content: Buffer, quality: number): Promise<Buffer> {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT, BROTLI_MAX_QUALITY } = constants
  const compressed = await brotli(content, {
    params: { [BROTLI_PARAM_QUALITY]: quality, [BROTLI_PARAM_SIZE_HINT]: content.length },
  })
  if (quality === BROTLI_MAX_QUALITY || compressed.length <= FIRST_FLIGHT_BYTES) return compressed
  return compressForOneFlight(content, BROTLI_MAX_QUALITY)
}

/**
 * A build that is stopped half-way must not leave half a form for the next one. Of two pages with the same bytes the
 * first one's stands: a file that another is renamed onto cannot be linked to at that moment.
 */
async function writeWhole(path: string, content: Buffer): Promise<void> {
  const unfinished = `${path}.${randomUUID()}`
  await writeFile(unfinished, content)
  await link(unfinished, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await rm(unfinished)
}

/** Removes the compressed forms that no page of this build used. */
export async function forgetUnused(projectFolder: string, used: Iterable<string>): Promise<void> {
  const folder = join(projectFolder, COMPRESSED_FOLDER)
  const isUsed = new Set(used)
  const names = await readdir(folder).catch(() => [])
  await Promise.all(names.filter((name) => !isUsed.has(name)).map((name) => rm(join(folder, name), { force: true })))
}

/** The policy source that allows exactly this stylesheet, inlined as it is. */
export function hashOfStyle(css: Buffer): string {
  return `sha256-${createHash('sha256').update(css).digest('base64')}`
}

/** The same for each stylesheet that a finished page carries. */
export function styleHashesOf(html: string): string[] {
  return [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, css = '']) => hashOfStyle(Buffer.from(css)))
}

export async function writeSiteManifest(projectFolder: string, manifest: SiteManifest): Promise<void> {
  await writeFile(join(projectFolder, MANIFEST), JSON.stringify(manifest, null, 2))
}

export async function readSiteManifest(projectFolder: string): Promise<SiteManifest> {
  return JSON.parse(await readFile(join(projectFolder, MANIFEST), 'utf8'))
}
