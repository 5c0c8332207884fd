import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { type Fingerprints, fingerprintsOf } from '#lib/server/fingerprint.ts'
import { makeFolder } from '#tests/support/folder.ts'

const files = [
  ...['app/page.tsx', 'components/a.tsx', 'lib/a.ts', 'public/a.woff2', 'content/en/messages.ts'],
  ...['content/clinic.yaml', 'content/en/pages/safety.mdx', 'content/en/articles/one.mdx'],
  ...['.postcssrc.json', 'next.config.ts', 'package-lock.json', 'tsconfig.json'],
]
let folder = ''
beforeEach(() => {
  folder = makeFolder()
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), file)
  }
})

async function changedBy(change: () => void, settings = ['one']): Promise<string[]> {
  const before = await fingerprintsOf(folder, ['one'])
  change()
  const after = await fingerprintsOf(folder, settings)
  return (Object.keys(before) as (keyof Fingerprints)[]).filter((part) => before[part] !== after[part])
}

test('the same files in another place are the same site', async () => {
  const copy = makeFolder()
  cpSync(folder, copy, { recursive: true })
  expect(await fingerprintsOf(copy, [])).toEqual(await fingerprintsOf(folder, []))
})

test.each(files)('a change of %s makes the last build old', async (file) => {
  expect(await changedBy(() => writeFileSync(join(folder, file), 'changed'))).toContain('site')
})

test.each([
  ['an article leaves every other page as it was', 'content/en/articles/one.mdx', ['site']],
  ['a standing page or a fact may show anywhere', 'content/clinic.yaml', ['shared', 'site']],
  ['a word of the frame is code', 'content/en/messages.ts', ['code', 'shared', 'site']],
  ['so is a component', 'components/a.tsx', ['code', 'shared', 'site']],
])('%s', async (_promise, file, parts) => {
  expect(await changedBy(() => writeFileSync(join(folder, file), 'changed'))).toEqual(parts)
})

test('another address of the site is in every page', async () => {
  expect(await changedBy(() => undefined, ['two'])).toEqual(['code', 'shared', 'site'])
})
