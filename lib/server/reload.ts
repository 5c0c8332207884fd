import { watch } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'

const SETTLE_MS = 100

/** Tells every open page of `npm run dev` to load again when the compiled content in a folder has changed. */
export async function watchForReload(folder: string): Promise<{ listen: (response: ServerResponse) => void }> {
  const pages = new Set<ServerResponse>()
  let settling: NodeJS.Timeout | undefined

  await mkdir(folder, { recursive: true })
  watch(folder, () => {
    clearTimeout(settling)
    settling = setTimeout(() => {
      for (const page of pages) page.write('data: changed\n\n')
    }, SETTLE_MS)
  })

  return {
    listen(response) {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' }).flushHeaders()
      pages.add(response)
      response.on('close', () => pages.delete(response))
    },
  }
}
