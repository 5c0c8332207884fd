import { createHash } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export const SITE_FOLDER = '.next/site'
const MANIFEST = '.next/site-manifest.json'

/** What the build tells the front server: which paths Next must render, and the hashes of the inlined styles. */
export type SiteManifest = { dynamicPaths: string[]; styleHashes: string[] }

const compressible = /\.(html|xml|txt|svg|json|webmanifest|css)$/
const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** Empties the folder of finished pages. */
export async function clearSite(projectFolder: string): Promise<void> {
  await rm(join(projectFolder, SITE_FOLDER), { recursive: true, force: true })
}

/** Writes one file of the site and, where it helps, its brotli and gzip forms beside it. */
export async function writeSiteFile(projectFolder: string, path: string, content: Buffer): Promise<void> {
  const file = join(projectFolder, SITE_FOLDER, path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, content)
  if (!compressible.test(path)) return
  await writeFile(
    `${file}.br`,
    await brotli(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }),
  )
  await writeFile(`${file}.gz`, await zip(content, { level: 9 }))
}

/** The policy source that allows exactly this stylesheet, inlined as it is. */
export function hashOfStyle(css: Buffer): string {
  return `sha256-${createHash('sha256').update(css).digest('base64')}`
}

export async function writeSiteManifest(projectFolder: string, manifest: SiteManifest): Promise<void> {
  await writeFile(join(projectFolder, MANIFEST), JSON.stringify(manifest, null, 2))
}

export async function readSiteManifest(projectFolder: string): Promise<SiteManifest> {
  return JSON.parse(await readFile(join(projectFolder, MANIFEST), 'utf8'))
}
