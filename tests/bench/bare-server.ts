import { createServer } from 'node:http'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'

/** The least a server can do that keeps what it is sent: read 9 kB, commit them synced to disk, answer. */
const [folder = '', port = ''] = process.argv.slice(2)
const sqlite = new BetterSqlite3(join(folder, 'bare.db'))
sqlite.pragma('journal_mode = WAL')
sqlite.pragma('synchronous = FULL')
sqlite.exec('create table kept (body blob)')
const keep = sqlite.prepare('insert into kept values (?)')
const body = Buffer.alloc(9_000)

createServer((request, response) => {
  request.resume().on('end', () => {
    keep.run(body)
    response.writeHead(303, { location: '/contact/sent' }).end()
  })
}).listen(Number(port), '127.0.0.1')
