import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'

const repository = process.cwd()

const projects: string[] = []
afterAll(() => {
  for (const project of projects) rmSync(project, { recursive: true })
})

/** A small project of its own, with this repository's code and tools. */
export function projectWith(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'content-'))
  projects.push(root)
  for (const shared of ['node_modules', 'package.json', 'tsconfig.json', 'lib']) {
    symlinkSync(join(repository, shared), join(root, shared))
  }
  mkdirSync(join(root, 'content'))
  cpSync(join(repository, 'content/contentlayer.config.ts'), join(root, 'content/contentlayer.config.ts'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}
