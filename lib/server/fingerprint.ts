import { createHash, type Hash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** What the site is made from; a change in any of it makes the last build old. */
const ingredients = [
  'app',
  'components',
  'content',
  'lib',
  'public',
  '.postcssrc.json',
  'next.config.ts',
  'package-lock.json',
  'tsconfig.json',
]

/** Of what the site is made from: the code alone, all but the articles, and everything. */
export type Fingerprints = { code: string; shared: string; site: string }

const parts: Record<keyof Fingerprints, (path: string) => boolean> = {
  code: (path) => !/^content\/.*\.(mdx|yaml)$/.test(path),
  shared: (path) => !/^content\/[^/]+\/articles\/[^/]+\.mdx$/.test(path),
  site: () => true,
}

/** One hash each over the parts of what the site is made from, and over the settings that end up in its pages. */
export async function fingerprintsOf(projectFolder: string, settings: string[]): Promise<Fingerprints> {
  const begin = () => createHash('sha256').update(settings.join('\n'))
  const hashes: Record<keyof Fingerprints, Hash> = { code: begin(), shared: begin(), site: begin() }
  for (const path of await filesOf(projectFolder)) {
    const content = await readFile(join(projectFolder, path))
    for (const [part, holds] of Object.entries(parts) as [keyof Fingerprints, (path: string) => boolean][]) {
      if (holds(path)) hashes[part].update(`\n${path}\n${content.length}\n`).update(content)
    }
  }
  return { code: hashes.code.digest('hex'), shared: hashes.shared.digest('hex'), site: hashes.site.digest('hex') }
}

async function filesOf(projectFolder: string): Promise<string[]> {
  const found = await Promise.all(
    ingredients.map(async (ingredient) => {
      const path = join(projectFolder, ingredient)
      if (!(await stat(path)).isDirectory()) return [ingredient]
      const entries = await readdir(path, { recursive: true, withFileTypes: true })
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(projectFolder.length + 1))
    }),
  )
  return found.flat().sort()
}
