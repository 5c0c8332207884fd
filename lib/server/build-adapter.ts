import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { NextAdapter } from 'next'
import { readStanding } from '#lib/articles/standing.ts'
import { forEachAtOnce } from '#lib/process/at-once.ts'
import { isStaffPath } from '#lib/staff/path.ts'
import { finishPage } from './finish-page.ts'
import { toPublicPath } from './locale-path.ts'
import {
  AT_ONCE,
  brotliQualityFor,
  clearSite,
  forgetUnused,
  hashOfStyle,
  writeSiteFile,
  writeSiteManifest,
} from './site-folder.ts'

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
    const prerendered = outputs.prerenders.flatMap(({ pathname, fallback }) =>
      fallback?.filePath && isAnswer(pathname) ? [{ path: toPublicPath(pathname), file: fallback.filePath }] : [],
    )
    // Next calls once more when it has compiled the code, and rendered nothing yet.
    if (prerendered.length === 0) return

    const stylesheets = outputs.staticFiles.filter(({ pathname }) => pathname.endsWith('.css'))
    const styleHashes = await Promise.all(
      stylesheets.map(async ({ filePath }) => hashOfStyle(await readFile(filePath))),
    )
    // Next counts the not-found page, the sitemap and robots.txt among the files it need not render.
    const finishedFiles = outputs.staticFiles
      .filter(({ pathname }) => /^\/(404|[a-z]+\.(xml|txt))$/.test(pathname))
      .map(({ pathname, filePath }) => ({ path: pathname, file: filePath }))

    const standing = await clearSite(projectDir, readStanding(projectDir).map(siteFileOf))
    const quality = brotliQualityFor(standing.size + prerendered.length)
    const compressed: string[] = []
    const write = async (path: string, content: Buffer) => {
      compressed.push(...(await writeSiteFile(projectDir, path, content, quality)))
    }

    await forEachAtOnce([...standing], AT_ONCE, ([path, content]) => write(path, content))
    await forEachAtOnce([...prerendered, ...finishedFiles], AT_ONCE, async ({ path, file }) => {
      const rendered = await readFile(file)
      await write(
        siteFileOf(path),
        file.endsWith('.html') ? Buffer.from(finishPage(path, rendered.toString())) : rendered,
      )
    })

    const publicFolder = join(projectDir, 'public')
    const entries = await readdir(publicFolder, { recursive: true, withFileTypes: true })
    await forEachAtOnce(
      entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)),
      AT_ONCE,
      async (file) => write(file.slice(publicFolder.length + 1), await readFile(file)),
    )
    await forgetUnused(projectDir, compressed)

    const finished = new Set(prerendered.map(({ path }) => path))
    const forAll = [...finished].filter(isStaffPath)
    if (forAll.length > 0) throw new Error(`A page of the inbox must be made for each request: ${forAll.join(', ')}`)
    const dynamicPaths = [...outputs.appPages, ...outputs.appRoutes]
      .map(({ pathname }) => pathname.replace('/[locale]', '/en'))
      .filter(isAnswer)
      .map(toPublicPath)
      .filter((path) => !finished.has(path) && (isStaffPath(path) || !path.includes('[')))

    await writeSiteManifest(projectDir, { dynamicPaths: [...new Set(dynamicPaths)].sort(), styleHashes })
  },
}

/** Whether a build output is an answer to a visitor, and not flight data or a page of Next's own. */
function isAnswer(pathname: string): boolean {
  return !/\.rsc$/.test(pathname) && !pathname.includes('/_') && !pathname.startsWith('/[locale]')
}

export default adapter
