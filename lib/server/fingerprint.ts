import { createHash } from 'node:crypto'
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

/** One hash over everything the site is made from, and over the settings that end up in its pages. */
export async function fingerprintOf(projectFolder: string, settings: string[]): Promise<string> {
  const hash = createHash('sha256').update(settings.join('\n'))
  for (const path of await filesOf(projectFolder)) {
    hash.update(`\n${path}\n`).update(await readFile(join(projectFolder, path)))
  }
  return hash.digest('hex')
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
