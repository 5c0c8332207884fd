import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { NextAdapter } from 'next'
import { removeClientRuntime } from './client-runtime.ts'
import { toPublicPath } from './locale-path.ts'
import { cutStyle } from './page-style.ts'
import { clearSite, forgetUnused, hashOfStyle, writeSiteFile, writeSiteManifest } from './site-folder.ts'

/** Where a finished page is kept: `/` is `index.html`, `/safety` is `safety.html`, `/feed.xml` is itself. */
export function siteFileOf(path: string): string {
  if (path === '/') return 'index.html'
  return /\.[a-z]+$/.test(path) ? path.slice(1) : `${path.slice(1)}.html`
}

/**
 * Turns what `next build` prerendered into the site that visitors get: pages without the client runtime, beside
 * the files of `public`, each compressed once, now, so that no request ever waits for a compressor.
 */
const adapter: NextAdapter = {
  name: 'script-free-site',

  async onBuildComplete({ outputs, projectDir }) {
    await clearSite(projectDir)
    const stylesheets = outputs.staticFiles.filter(({ pathname }) => pathname.endsWith('.css'))
    const styleHashes = await Promise.all(
      stylesheets.map(async ({ filePath }) => hashOfStyle(await readFile(filePath))),
    )
    const compressed: string[] = []

    const prerendered = outputs.prerenders.flatMap(({ pathname, fallback }) =>
      fallback?.filePath && isAnswer(pathname) ? [{ path: toPublicPath(pathname), file: fallback.filePath }] : [],
    )
    // Next counts the not-found page, the sitemap and robots.txt among the files it need not render.
    const finishedFiles = outputs.staticFiles
      .filter(({ pathname }) => /^\/(404|[a-z]+\.(xml|txt))$/.test(pathname))
      .map(({ pathname, filePath }) => ({ path: pathname, file: filePath }))

    await forEachAtOnce([...prerendered, ...finishedFiles], async ({ path, file }) => {
      const rendered = await readFile(file)
      const content = file.endsWith('.html') ? Buffer.from(finishPage(path, rendered.toString())) : rendered
      compressed.push(...(await writeSiteFile(projectDir, siteFileOf(path), content)))
    })

    const publicFolder = join(projectDir, 'public')
    const entries = await readdir(publicFolder, { recursive: true, withFileTypes: true })
    await forEachAtOnce(
      entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)),
      async (file) => {
        compressed.push(...(await writeSiteFile(projectDir, file.slice(publicFolder.length + 1), await readFile(file))))
      },
    )
    await forgetUnused(projectDir, compressed)

    const finished = new Set(prerendered.map(({ path }) => path))
    const dynamicPaths = [...outputs.appPages, ...outputs.appRoutes]
      .map(({ pathname }) => pathname.replace('/[locale]', '/en'))
      .filter(isAnswer)
      .map(toPublicPath)
      .filter((path) => !finished.has(path) && !path.includes('['))

    await writeSiteManifest(projectDir, { dynamicPaths: [...new Set(dynamicPaths)].sort(), styleHashes })
  },
}

/** The pages that stand in for any other carry the whole stylesheet, which the policy of every path allows. */
const standIns = ['/404', '/problem']

/** Next says all of Open Graph again for Twitter, which reads the first where there is no second. */
const repeated = /<meta name="twitter:(?!card)[^>]*>/g

function finishPage(path: string, html: string): string {
  const page = removeClientRuntime(html).replace(repeated, '')
  return standIns.includes(path) ? page : cutStyle(page)
}

/** Node compresses in four threads of its own; with one file at a time three of them would wait. */
const AT_ONCE = 8

async function forEachAtOnce<Item>(items: Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const waiting = items.values()
  const workOff = async () => {
    for (const item of waiting) await work(item)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, workOff))
}

/** Whether a build output is an answer to a visitor, and not flight data or a page of Next's own. */
function isAnswer(pathname: string): boolean {
  return !/\.rsc$/.test(pathname) && !pathname.includes('/_') && !pathname.startsWith('/[locale]')
}

export default adapter
