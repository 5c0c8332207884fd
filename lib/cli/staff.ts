import { parseArgs } from 'node:util'
import { database } from '#lib/db/connection.ts'
import { storageFailureOf } from '#lib/db/failure.ts'
import { migrateDatabase } from '#lib/db/migrate.ts'
import { inTransaction } from '#lib/db/transaction.ts'
import { MINUTE_MS } from '#lib/duration.ts'
import { EnvironmentError, env } from '#lib/env.ts'
import { ENROLMENT_LIFETIME_MS, enrolmentLink, makeEnrolment } from '#lib/staff/enrolment.ts'
import { type Store, staffKeyFrom } from '#lib/staff/mac.ts'
import { addPerson, disablePerson, findPerson, listPeople } from '#lib/staff/people.ts'
import { liveSessions } from '#lib/staff/session-list.ts'
import { startOver } from '#lib/staff/start-over.ts'
import { onOneLine, tableText, timeText } from './terminal.ts'

const HELP = `Says who may open the inbox, and lets them in the first time.

  npm run staff -- add "Front desk"             add somebody, and print a link to set up their sign-in
  npm run staff -- add "Dr. Example" --manager  the same for a manager
  npm run staff -- list                         everybody, and whether they have set up their sign-in
  npm run staff -- link "Front desk"            a new link, when the first ran out or a passkey was lost, or INDEX_KEY was
  npm run staff -- disable "Front desk"         take access away, and end every session at once
  npm run staff -- sessions                     who is signed in now
  npm run staff -- --help                       this text

A link works once, for ${ENROLMENT_LIFETIME_MS / MINUTE_MS} minutes. The database is read from DATA_DIR or DATABASE_URL; the server may be running.
Give it the INDEX_KEY of the inbox, if that has one set: what is written under another key opens nothing.
It ends with 0 when it did what was asked, 1 when it could not, 2 when it was asked wrongly.`

class CannotError extends Error {}

type Command = { takesName: boolean; act: (store: Store, name: string, isManager: boolean) => Promise<void> }

const commands: Record<string, Command> = {
  add: { takesName: true, act: add },
  list: { takesName: false, act: list },
  link: { takesName: true, act: link },
  disable: { takesName: true, act: disable },
  sessions: { takesName: false, act: sessions },
}

const by = () => ({ actor: 'command', now: Date.now() }) as const

async function add(store: Store, name: string, isManager: boolean) {
  const added = await addPerson(store, { name, role: isManager ? 'manager' : 'staff' }, by())
  if (added.kind === 'no-name') throw new CannotError('Give a name, like: npm run staff -- add "Front desk"')
  if (added.kind === 'name-taken')
    throw new CannotError(
      `Somebody called ${onOneLine(name)} has access already. For a new link: link "${onOneLine(name)}"`,
    )
  await printLink(store, added)
}

async function list(store: Store) {
  const people = await listPeople(store)
  if (people.length === 0) return console.log('Nobody yet. Add somebody with: npm run staff -- add "Front desk"')
  const rows = people.map(({ name, role, passkeys, disabledAt, isBelieved, seenAt }) => [
    onOneLine(name),
    role,
    disabledAt !== null ? 'no longer has access' : isBelieved ? `${passkeys}` : 'not believed: needs a new link',
    seenAt === null ? 'never' : timeText(seenAt),
  ])
  console.log(tableText([['Name', 'Role', 'Passkeys', 'Last here'], ...rows]))
}

async function link(store: Store, name: string) {
  const person = await personAt(store, name)
  if (await startOver(store, { id: person.id, role: 'staff' }, by()))
    console.log(
      'What was stored of this person was not written with this INDEX_KEY. They start over, as staff and not as a manager.',
    )
  await printLink(store, person)
}

async function disable(store: Store, name: string) {
  const person = await personAt(store, name)
  await disablePerson(store, person.id, by())
  console.log(`${onOneLine(person.name)} has no access any more, and is signed out everywhere.`)
}

async function sessions(store: Store) {
  const live = await liveSessions(store.db, Date.now()).execute()
  if (live.length === 0) return console.log('Nobody is signed in.')
  const rows = live.map(({ name, device, created_at, seen_at }) => [
    onOneLine(name),
    onOneLine(device),
    timeText(created_at),
    timeText(seen_at),
  ])
  console.log(tableText([['Name', 'Passkey', 'Signed in', 'Last seen'], ...rows]))
}

async function printLink(store: Store, { id, name }: { id: string; name: string }) {
  const { token, expiresAt } = await inTransaction(store.db, (transaction) =>
    makeEnrolment({ ...store, db: transaction }, id, by()),
  )
  console.log(
    [
      `To set up the sign-in of ${onOneLine(name)}, open this once, before ${timeText(expiresAt)}:`,
      '',
      `  ${enrolmentLink(env().staffOrigin, token)}`,
      '',
    ].join('\n'),
  )
}

async function personAt(store: Store, name: string) {
  const person = await findPerson(store, name)
  if (!person) throw new CannotError(`Nobody called ${onOneLine(name)} has access. See: npm run staff -- list`)
  return person
}

async function run(words: string[]): Promise<number> {
  const asked = read(words)
  if (asked === 'help') {
    console.log(HELP)
    return 0
  }
  if (asked === 'wrong') {
    console.error(HELP)
    return 2
  }

  try {
    const db = database()
    try {
      await migrateDatabase(db)
      await asked.command.act({ db, staffKey: staffKeyFrom(env().indexKey) }, asked.name, asked.isManager)
    } finally {
      await db.destroy()
    }
    return 0
  } catch (error) {
    console.error(sentenceFor(error))
    return 1
  }
}

function read(words: string[]): { command: Command; name: string; isManager: boolean } | 'help' | 'wrong' {
  try {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h' }, manager: { type: 'boolean' } },
    })
    if (values.help) return 'help'
    const [word = '', name = '', ...surplus] = positionals
    const command = Object.hasOwn(commands, word) ? commands[word] : undefined
    const isManager = values.manager ?? false
    const isAskedWrongly =
      !command || surplus.length > 0 || command.takesName !== (name !== '') || (isManager && word !== 'add')
    return isAskedWrongly ? 'wrong' : { command, name, isManager }
  } catch {
    return 'wrong'
  }
}

function sentenceFor(error: unknown): string {
  if (error instanceof CannotError || error instanceof EnvironmentError) return error.message
  const failure = storageFailureOf(error)
  if (failure) return `The database cannot be used (${failure}).`
  throw error
}

process.exitCode = await run(process.argv.slice(2))
