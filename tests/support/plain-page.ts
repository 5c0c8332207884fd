import { createServer } from 'node:http'
import { brotliCompressSync } from 'node:zlib'
import { freePort } from './running-server.ts'

/** A page as somebody would write it by hand: the words of ours, and ten words of style. What ours is measured against. */
export async function servePlainPage(html: string): Promise<{ url: string; close: () => void }> {
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0].replace(/<svg[\s\S]*?<\/svg>| class="[^"]*"/g, '') ?? ''
  const style = 'body{max-width:40em;margin:auto;font:18px/1.6 system-ui}'
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Plain</title>`
  const page = brotliCompressSync(`<!doctype html><html lang="en">${head}<style>${style}</style>${main}`)

  const port = await freePort()
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Encoding': 'br' }).end(page)
  }).listen(port, '127.0.0.1')
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() }
}
