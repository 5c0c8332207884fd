import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

const kept = new Map<string, { changedAt: number; value: unknown }>()

/** The folder Contentlayer writes to. Only this file and the content build know it. */
export const GENERATED = '.contentlayer'

/**
 * Reads one generated file, and again only when it has changed.
 *
 * Nothing imports Contentlayer's own index: it pulls every body into one server chunk (30 MB at 1,000 articles).
 */
export function readGenerated<Value>(name: string): Value {
  const path = join(process.cwd(), GENERATED, name)
  const changedAt = lastChangeOf(path)
  const known = kept.get(path)
  if (known?.changedAt === changedAt) return known.value as Value

  const value = JSON.parse(readFileSync(path, 'utf8')) as Value
  kept.set(path, { changedAt, value })
  return value
}

function lastChangeOf(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) throw new Error(`${path} is missing. Run "npm run content" first.`)
  return stat.mtimeMs
}
