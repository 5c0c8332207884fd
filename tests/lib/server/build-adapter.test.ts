import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { beforeEach, expect, test } from 'vitest'
import { writeStanding } from '#lib/articles/standing.ts'
import adapter from '#lib/server/build-adapter.ts'
import { makeFolder } from '#tests/support/folder.ts'

type Finished = Parameters<NonNullable<typeof adapter.onBuildComplete>>[0]

let folder: string
let finish: (prerenders?: object[]) => Promise<void>
const read = (path: string) => readFileSync(join(folder, '.next/site', path), 'utf8')

/** What `next build` hands over: pages and routes it rendered, files it need not render, and routes left to render. */
beforeEach(async () => {
  folder = makeFolder()
  mkdirSync(join(folder, 'public/fonts'), { recursive: true })
  writeFileSync(join(folder, 'public/fonts/text-0a1b2c3d.woff2'), 'font')
  const rendered = (pathname: string, name: string, words: string) => {
    writeFileSync(join(folder, name), words)
    return { pathname, filePath: join(folder, name), fallback: { filePath: join(folder, name) } }
  }
  const page = '<html><style>.a{color:red}</style><script src="/x.js"></script><p class="a">Words</p></html>'
  const outputs = {
    prerenders: [
      rendered('/en', 'home.html', page),
      rendered('/en/safety', 'safety.html', page),
      rendered('/en/safety.rsc', 'safety.rsc', 'flight data'),
      rendered('/feed.xml', 'feed.body', '<feed/>'),
    ],
    staticFiles: [
      rendered('/404', '404.html', page),
      rendered('/sitemap.xml', 'sitemap.body', '<urlset/>'),
      rendered('/robots.txt', 'robots.body', 'User-Agent: *'),
      rendered('/_next/static/a.css', 'a.css', '.a{color:red}'),
      rendered('/_next/static/a.js', 'a.js', 'alert(1)'),
    ],
    appPages: [
      { pathname: '/[locale]/contact' },
      { pathname: '/[locale]/articles/[slug]' },
      { pathname: '/_not-found' },
    ],
    appRoutes: [{ pathname: '/feed.xml' }, { pathname: '/[locale]/contact/send' }],
  }
  finish = async (prerenders = outputs.prerenders) => {
    await adapter.onBuildComplete?.({ outputs: { ...outputs, prerenders }, projectDir: folder } as unknown as Finished)
  }
  await finish()
})

test('a page is kept under its public address, without the client runtime', () => {
  expect(read('index.html')).toBe('<html><style>.a{color:red}</style><p class="a">Words</p></html>')
  expect(read('safety.html')).toBe(read('index.html'))
})

test.each([
  ['sitemap.xml', '<urlset/>'],
  ['robots.txt', 'User-Agent: *'],
  ['feed.xml', '<feed/>'],
])('%s is there for machines, word for word, and compressed', (file, words) => {
  expect(read(file)).toBe(words)
  expect(gunzipSync(readFileSync(join(folder, '.next/site', `${file}.gz`))).toString()).toBe(words)
})

test('files of the public folder are there, and nothing of the client runtime', () => {
  expect(read('fonts/text-0a1b2c3d.woff2')).toBe('font')
  expect(() => read('_next/static/a.js')).toThrow()
  expect(() => read('safety.rsc')).toThrow()
})

test('only what is not finished is left to render, and the stylesheet is allowed by its hash', () => {
  const manifest = JSON.parse(readFileSync(join(folder, '.next/site-manifest.json'), 'utf8'))
  expect(manifest.dynamicPaths).toEqual(['/contact', '/contact/send'])
  expect(manifest.styleHashes).toEqual([expect.stringMatching(/^sha256-/)])
})

const formsOf = (page: string) =>
  ['', '.br', '.gz'].map((form) => readFileSync(join(folder, '.next/site', page + form)))

test('a page that stands from the last build is kept as it is, in all its forms; any other that was not rendered goes', async () => {
  const page = { pathname: '/en/articles/a', fallback: { filePath: join(folder, 'home.html') } }
  await finish([page, { ...page, pathname: '/en/articles/b' }])
  const before = formsOf('articles/a.html')

  mkdirSync(join(folder, '.contentlayer/library'), { recursive: true })
  writeStanding(['/articles/a'], folder)
  await finish([{ ...page, pathname: '/en/safety' }])

  expect(formsOf('articles/a.html')).toEqual(before)
  expect(existsSync(join(folder, '.next/site/articles/b.html'))).toBe(false)
  expect(read('safety.html')).toContain('Words')
})

test('a page said to stand that is not there stops the build', async () => {
  mkdirSync(join(folder, '.contentlayer/library'), { recursive: true })
  writeStanding(['/articles/lost'], folder)
  await expect(finish()).rejects.toThrow(/articles\/lost\.html/)
})

test('while the code is only compiled, the finished site is left alone', async () => {
  await finish([])
  expect(read('safety.html')).toContain('Words')
})
