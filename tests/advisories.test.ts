import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import advisories from './advisories.json' with { type: 'json' }

type Lock = { packages: Record<string, { version?: string }> }

const lock: Lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const manifest = JSON.parse(readFileSync('package.json', 'utf8'))

const numbersOf = (version: string) => version.split('.').map((part) => Number.parseInt(part, 10))

function isAtLeast(version: string, minimum: string): boolean {
  const [have, need] = [numbersOf(version), numbersOf(minimum)]
  const different = need.findIndex((number, place) => number !== have[place])
  return different === -1 || (have[different] ?? 0) > (need[different] ?? 0)
}

test.each(advisories)('every copy of $package is at least $minimum: $why', ({ package: name, minimum }) => {
  const copies = Object.entries(lock.packages).filter(([path]) => path.endsWith(`node_modules/${name}`))
  expect(copies.length).toBeGreaterThan(0)
  expect(copies.filter(([, { version = '0' }]) => !isAtLeast(version, minimum))).toEqual([])
})

test.each([
  ['16.4.5', false],
  ['16.4.6', true],
  ['16.10.0', true],
  ['17.0.0', true],
  ['9.9.9', false],
])('version %s is told from 16.4.6', (version, isEnough) => {
  expect(isAtLeast(version, '16.4.6')).toBe(isEnough)
})

test('every dependency has one exact version', () => {
  const versions = Object.entries<string>({ ...manifest.dependencies, ...manifest.devDependencies })
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
})
