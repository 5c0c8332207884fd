import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Row } from '#lib/db/snapshot.ts'
import { BackupError } from './failure.ts'

/** A backup is text: a head, one line for every row, and an end that says what there must have been. */
const head = z.strictObject({ backup: z.literal(1), at: z.int(), schema: z.int() })
const row = z.tuple([z.string(), z.record(z.string(), z.unknown())])
const end = z.strictObject({ rows: z.record(z.string(), z.int()), digest: z.string() })

export type Head = z.output<typeof head>
export type End = z.output<typeof end>

const SPACE = 2n ** 256n

/** One number over all rows that does not depend on their order: two databases that hold the same have the same. */
export function makeDigest() {
  let sum = 0n
  const rows: Record<string, number> = {}
  return {
    add(table: string, line: string) {
      rows[table] = (rows[table] ?? 0) + 1
      sum = (sum + BigInt(`0x${createHash('sha256').update(line).digest('hex')}`)) % SPACE
    },
    end: (): End => ({ rows, digest: sum.toString(16) }),
  }
}

export function rowLine(table: string, values: Row): string {
  const sorted = Object.keys(values)
    .sort()
    .map((name) => [name, written(values[name])])
  return JSON.stringify([table, Object.fromEntries(sorted)])
}

export function readHead(line: string): Head {
  return parsed(head, line)
}

export function readLine(line: string): { kind: 'row'; table: string; values: Row } | { kind: 'end'; end: End } {
  if (!line.startsWith('[')) return { kind: 'end', end: parsed(end, line) }
  const [table, values] = parsed(row, line)
  return {
    kind: 'row',
    table,
    values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, read(value)])),
  }
}

export const isSameEnd = (one: End, other: End) =>
  one.digest === other.digest && JSON.stringify(sortedRows(one)) === JSON.stringify(sortedRows(other))

const sortedRows = ({ rows }: End) => Object.entries(rows).sort(([one], [other]) => (one < other ? -1 : 1))

// The drivers give text, whole numbers, bytes and nothing; no column holds an object.
const written = (value: unknown) => (Buffer.isBuffer(value) ? { bytes: value.toString('base64') } : value)

function read(value: unknown): unknown {
  const isBytes = typeof value === 'object' && value !== null && 'bytes' in value && typeof value.bytes === 'string'
  return isBytes ? Buffer.from(value.bytes as string, 'base64') : value
}

function parsed<Output>(schema: z.ZodType<Output>, line: string): Output {
  try {
    return schema.parse(JSON.parse(line))
  } catch {
    throw new BackupError('not-a-backup')
  }
}
