import type { IncomingMessage, ServerResponse } from 'node:http'
import sirv from 'sirv'

type Serve = (request: IncomingMessage, response: ServerResponse, onMissing: () => void) => void

const fingerprinted = /-[0-9a-f]{8}\.\w+$/

/** Serves finished files, precompressed, from a folder whose list is read once at start. */
export function serveFolder(folder: string, contentTypes: Record<string, string>): Serve {
  return sirv(folder, {
    brotli: true,
    gzip: true,
    etag: true,
    extensions: ['html'],
    setHeaders(response, path) {
      const type = contentTypes[path]
      if (type) response.setHeader('Content-Type', type)
      response.setHeader('Cache-Control', fingerprinted.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
}
