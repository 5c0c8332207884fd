import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { GENERATED } from '#lib/articles/generated.ts'
import type { JudgedPage } from './judged-page.ts'
import type { Surroundings } from './rule.ts'

type Kept = { context: string; pages: Record<string, { hash: string; judged: JudgedPage }> }

const FILE = 'library/judged.json'
const code = ['lib/editorial', 'lib/articles', 'lib/evidence']
const project = join(import.meta.dirname, '..', '..')

/** Judgements of earlier builds, each found again by the words it was made of. */
type KeptPages = {
  find: (path: string, text: string) => JudgedPage | undefined
  add: (path: string, text: string, judged: JudgedPage) => void
  save: () => void
}

/** Nothing is found when a rule, a record, an address, the glossary or the day has changed since. */
export function openKeptPages(root: string, surroundings: Surroundings): KeptPages {
  const file = join(root, GENERATED, FILE)
  const context = contextOf(surroundings)
  const before = readKept(file)
  const known = before?.context === context ? before.pages : {}
  const pages: Kept['pages'] = {}

  return {
    find(path, text) {
      const page = known[path]
      return page?.hash === hashOf(text) ? page.judged : undefined
    },
    add(path, text, judged) {
      pages[path] = { hash: hashOf(text), judged }
    },
    save() {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, JSON.stringify({ context, pages } satisfies Kept))
    },
  }
}

function readKept(file: string): Kept | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('base64')

function contextOf({ records, addresses, glossary, today, isOpen }: Surroundings): string {
  const facts = JSON.stringify([[...records], [...addresses].sort(), [...glossary], today, isOpen])
  const rules = code.flatMap((folder) =>
    readdirSync(join(project, folder)).map((name) => readFileSync(join(project, folder, name), 'utf8')),
  )
  return hashOf([facts, readFileSync(join(project, 'package.json'), 'utf8'), ...rules].join('\n'))
}
