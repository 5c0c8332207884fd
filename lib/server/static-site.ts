import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { extname, join } from 'node:path'

type Encoding = 'br' | 'gzip' | 'identity'
type Variant = { file: string; bytes: number; headers: OutgoingHttpHeaders; content?: Buffer }
type SiteFile = { etag: string; variants: Partial<Record<Encoding, Variant>> }

/** The headers that go with a page, whose policy names its own stylesheet; with '' for a file that is no page. */
type HeadersFor = (html: string) => Readonly<Record<string, string>>

type ServeFinished = (path: string, request: IncomingMessage, response: ServerResponse) => boolean

const types: Record<string, string> = {
  '/feed.xml': 'application/atom+xml; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
}
const suffixes: Record<Exclude<Encoding, 'identity'>, string> = { br: '.br', gzip: '.gz' }
const fingerprinted = /-[0-9a-f]{8}\.\w+$/
// Ten thousand articles are about 120 MB in brotli; beyond this, a file is read again for each visitor.
const MEMORY_BYTES_MAX = 256 * 1024 * 1024

/**
 * Serves finished files from memory, each in the best form the browser can read. The list of files is read once.
 *
 * Ours and not a library's: opening a file for every request halved the pages a second (npm run bench:serving).
 */
export function serveFolder(folder: string, headersFor: HeadersFor): ServeFinished {
  const files = listFiles(folder, headersFor)
  let bytesInMemory = 0

  function contentOf(variant: Variant): Buffer {
    if (variant.content) return variant.content
    const content = readFileSync(variant.file)
    if (bytesInMemory + variant.bytes > MEMORY_BYTES_MAX) return content
    bytesInMemory += variant.bytes
    variant.content = content
    return content
  }

  return (path, request, response) => {
    const file = files.get(path)
    const variant = file && bestVariant(file, request.headers['accept-encoding'] ?? '')
    if (!variant) return false

    if (request.headers['if-none-match'] === variant.headers.ETag) {
      response.writeHead(304, variant.headers).end()
    } else {
      response.writeHead(200, { ...variant.headers, 'Content-Length': variant.bytes })
      response.end(request.method === 'HEAD' ? undefined : contentOf(variant))
    }
    return true
  }
}

function bestVariant({ variants }: SiteFile, accepted: string): Variant | undefined {
  if (variants.br && accepted.includes('br')) return variants.br
  if (variants.gzip && accepted.includes('gzip')) return variants.gzip
  return variants.identity
}

function listFiles(folder: string, headersFor: HeadersFor): Map<string, SiteFile> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length))
  const known = new Set(names)

  return new Map(
    names.flatMap((name) => {
      if (Object.values(suffixes).includes(extname(name))) return []
      const content = readFileSync(join(folder, name))
      const etag = createHash('sha256').update(content).digest('base64url').slice(0, 16)
      const headers = headersFor(name.endsWith('.html') ? content.toString() : '')
      const isCompressed = known.has(`${name}.br`)
      const variants = Object.fromEntries(
        (['br', 'gzip', 'identity'] as const).flatMap((encoding) => {
          const file = join(folder, encoding === 'identity' ? name : `${name}${suffixes[encoding]}`)
          if (encoding !== 'identity' && !isCompressed) return []
          return [[encoding, variantAt(file, encoding, { name, etag, isCompressed, headers })]]
        }),
      )
      return [[pathOf(name), { etag, variants }]]
    }),
  )
}

/** `/safety.html` is served at `/safety`, `/index.html` at `/`; every other file at its own name. */
function pathOf(name: string): string {
  if (name === '/index.html') return '/'
  return name.endsWith('.html') ? name.slice(0, -'.html'.length) : name
}

type About = { name: string; etag: string; isCompressed: boolean; headers: Readonly<Record<string, string>> }

function variantAt(file: string, encoding: Encoding, { name, etag, isCompressed, headers }: About): Variant {
  return {
    file,
    bytes: statSync(file).size,
    headers: {
      ...headers,
      'Content-Type': types[name] ?? types[extname(name)] ?? 'application/octet-stream',
      'Cache-Control': fingerprinted.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
      ETag: `"${etag}-${encoding}"`,
      ...(isCompressed && { Vary: 'Accept-Encoding' }),
      ...(encoding !== 'identity' && { 'Content-Encoding': encoding }),
    },
  }
}
