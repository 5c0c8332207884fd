import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { BackupError } from '#lib/backup/failure.ts'
import type { End } from '#lib/backup/line.ts'
import { BACKUPS_KEPT, listBackups, makeBackup } from '#lib/backup/make.ts'
import { noteBackup } from '#lib/backup/nightly.ts'
import { restoreBackup } from '#lib/backup/restore.ts'
import { verifyBackup } from '#lib/backup/verify.ts'
import { databasePlace, openDatabase } from '#lib/db/connection.ts'
import { env } from '#lib/env.ts'
import { endingInWords, onDatabase, sealKeysHere } from './clinic-database.ts'
import { tableText } from './terminal.ts'

const HELP = `Keeps sealed copies of the database in DATA_DIR/backups, and brings them back.

  npm run backup -- make [--keep 14]       make one while the server runs, prove it by restoring it beside,
                                           and remove all but the newest so many
  npm run backup -- list                   which there are
  npm run backup -- verify [<backup>]      restore one beside and compare; the newest unless named
  npm run backup -- restore <backup>       fill an empty database with it, on SQLite or PostgreSQL
  npm run backup -- --help                 this text

<backup> is a name from the list, or the path of a file. A backup opens with the keys it was sealed for, and holds
none: keep a copy of DATA_DIR/keys elsewhere. Copy the backups to another machine too.
It ends with 0 when it did what was asked, 1 when it could not, 2 when it was asked wrongly.`

type Act = () => Promise<void>
const folder = () => join(env().dataDir, 'backups')

const commands: Record<string, (words: string[], kept: string | undefined) => Act | undefined> = {
  make(words, kept) {
    const count = Number(kept ?? BACKUPS_KEPT)
    return words.length === 0 && Number.isInteger(count) && count > 0 ? () => make(count) : undefined
  },
  list: (words, kept) => (words.length === 0 && kept === undefined ? async () => list() : undefined),
  verify: (words, kept) => (words.length <= 1 && kept === undefined ? () => verify(words[0]) : undefined),
  restore([name, ...surplus], kept) {
    return name && surplus.length === 0 && kept === undefined ? () => restore(name) : undefined
  },
}

function make(kept: number): Promise<void> {
  return onDatabase(async (db) => {
    const now = Date.now()
    const place = { openDb: () => openDatabase(databasePlace()), folder: folder(), keys: sealKeysHere(), kept }
    const made = await makeBackup(place, now)
    await noteBackup(db, { name: made.name, now, actor: 'command' })
    console.log(`Made and proven: ${join(folder(), made.name)}\n${contentText(made)}`)
    if (made.removed.length > 0) console.log(`Removed: ${made.removed.join(', ')}`)
  })
}

function list() {
  const backups = listBackups(folder())
  if (backups.length === 0) return console.log(`No backups in ${folder()} yet.`)
  const rows = backups.map(({ name, bytes }) => [name, `${Math.ceil(bytes / 1024)} KiB`])
  console.log(tableText([['Backup', 'Size'], ...rows]))
}

async function verify(name: string | undefined) {
  const path = pathOf(name ?? listBackups(folder())[0]?.name ?? '')
  const verified = await verifyBackup(path, sealKeysHere().privateKeys)
  console.log(`Whole, and restored beside to prove it: ${path}\n${contentText(verified)} Nothing was changed.`)
}

async function restore(name: string) {
  const path = pathOf(name)
  const { privateKeys } = sealKeysHere()
  const db = openDatabase(databasePlace())
  try {
    const restored = await restoreBackup({ db, path, privateKeys, now: Date.now() })
    console.log(`Restored from ${path}\n${contentText(restored)}`)
    console.log(
      'Staff have the access they had then. Before the server starts: npm run staff -- list, and disable who left since. What was deleted on request since is back: delete it again.',
    )
    if (restored.inDoubt > 0)
      console.log(
        `${restored.inDoubt} e-mails were on their way when it was made, and may have been sent since. They need attention: npm run inquiries -- retry <reference> sends one.`,
      )
  } finally {
    await db.destroy()
  }
}

function pathOf(name: string): string {
  const path = [join(folder(), name), resolve(name)].find((path) => name !== '' && existsSync(path))
  if (!path) throw new BackupError('not-found')
  return path
}

function contentText({ rows }: End): string {
  const total = Object.values(rows).reduce((sum, count) => sum + count, 0)
  return `It holds ${rows.inquiry ?? 0} inquiries, and ${total} records in all.`
}

async function run(args: string[]): Promise<number> {
  const asked = read(args)
  if (asked?.values.help) {
    console.log(HELP)
    return 0
  }
  const [name = '', ...words] = asked?.positionals ?? []
  const act = Object.hasOwn(commands, name) ? commands[name]?.(words, asked?.values.keep) : undefined
  if (act) return endingInWords(act)
  console.error(HELP)
  return 2
}

function read(args: string[]) {
  try {
    const options = { help: { type: 'boolean', short: 'h' }, keep: { type: 'string' } } as const
    return parseArgs({ args, options, allowPositionals: true })
  } catch {
    return undefined
  }
}

process.exitCode = await run(process.argv.slice(2))
