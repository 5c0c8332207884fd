import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

const TABLE = '/proc/self/mountinfo'

/** Where a folder's files really are: the mount that holds it, and what kind of file system that is. */
export type Mount = { point: string; kind: string }

/** Undefined where the system does not say, which is everywhere but on Linux. */
export function mountOf(folder: string): Mount | undefined {
  return existsSync(TABLE) ? findMount(readFileSync(TABLE, 'utf8'), realPathOf(folder)) : undefined
}

/** Finds the mount of a path in the text of `/proc/self/mountinfo`; of several at one point, the last covers the others. */
export function findMount(table: string, path: string): Mount | undefined {
  return table
    .split('\n')
    .map(readLine)
    .filter((mount) => mount !== undefined)
    .filter(({ point }) => path === point || path.startsWith(point.endsWith('/') ? point : `${point}/`))
    .reduce<Mount | undefined>(
      (nearest, mount) => (mount.point.length >= (nearest?.point.length ?? 0) ? mount : nearest),
      undefined,
    )
}

// 36 35 98:0 /root /mount/point options … - type source options
function readLine(line: string): Mount | undefined {
  const [before = '', after = ''] = line.split(' - ')
  const point = before.split(' ')[4]
  const kind = after.split(' ')[0]
  return point && kind ? { point: point.replace(/\\(\d{3})/g, (_, octal) => octalText(octal)), kind } : undefined
}

const octalText = (octal: string) => String.fromCharCode(Number.parseInt(octal, 8))

/** The folder may not be there yet: then what is there of the way to it. */
function realPathOf(folder: string): string {
  const path = resolve(folder)
  return existsSync(path) || path === dirname(path) ? realpathSync(path) : realPathOf(dirname(path))
}
