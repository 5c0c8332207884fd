import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { drawShareImages, shareImageIn } from '#lib/cli/share-images.ts'
import { makeFolder } from '#tests/support/folder.ts'

const FONT = 'lib/font/source-serif-4-600.ttf'
const page = (name: string, title: string) =>
  `<meta property="og:image" content="https://clinic.example/share/${name}.png"/><meta property="og:image:alt" content="${title}"/>`

function makeSite(pages: Record<string, string>): string {
  const folder = makeFolder()
  for (const [path, html] of Object.entries({ ...pages, 'plain.html': '<p>Words</p>' })) {
    mkdirSync(join(folder, '.next/site/articles'), { recursive: true })
    writeFileSync(join(folder, '.next/site', path), html)
  }
  mkdirSync(join(folder, 'lib/font'), { recursive: true })
  writeFileSync(join(folder, FONT), readFileSync(FONT))
  return folder
}

test('a page names its picture and the words on it', () => {
  expect(shareImageIn(page('a-00000000', 'Safe &amp; &quot;sound&quot;?'))).toEqual({
    path: '/share/a-00000000.png',
    title: 'Safe & "sound"?',
  })
  expect(shareImageIn('<p>Words</p>')).toBeUndefined()
})

test('each page gets a picture of 1200 by 630 points with its own words', async () => {
  const folder = makeSite({ 'a.html': page('a-00000000', 'One?'), 'articles/b.html': page('b-00000000', 'Two?') })
  expect(await drawShareImages(folder)).toBe(2)

  const [one, two] = ['a', 'b'].map((name) => readFileSync(join(folder, `.next/site/share/${name}-00000000.png`)))
  expect(one?.toString('latin1', 1, 4)).toBe('PNG')
  expect([one?.readUInt32BE(16), one?.readUInt32BE(20)]).toEqual([1200, 630])
  expect(one?.equals(two ?? Buffer.alloc(0))).toBe(false)
})

test('a picture is drawn once, and forgotten when no page shows it', async () => {
  const folder = makeSite({ 'a.html': page('a-00000000', 'One?') })
  await drawShareImages(folder)
  const kept = join(folder, '.next/cache/share/a-00000000.png')
  writeFileSync(kept, 'kept')
  await drawShareImages(folder)
  expect(readFileSync(join(folder, '.next/site/share/a-00000000.png'), 'utf8')).toBe('kept')

  writeFileSync(join(folder, '.next/site/a.html'), page('a-11111111', 'One!'))
  await drawShareImages(folder)
  expect(statSync(kept, { throwIfNoEntry: false })).toBeUndefined()
})
