import { once } from 'node:events'
import { rename } from 'node:fs/promises'
import { request } from 'node:http'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { makeFolder } from '#tests/support/folder.ts'
import { runProcess } from '#tests/support/process.ts'
import { startServer } from '#tests/support/running-server.ts'
import { sendInquiry, typedByPhone } from '#tests/support/visitor.ts'

const BUILT_FOR = 'http://localhost:3000'

const start = (settings: Record<string, string>, program = 'lib/cli/start.ts') =>
  runProcess([program], { DATA_DIR: makeFolder(), NODE_ENV: 'production', ...settings })

const links = (printed: string) => printed.match(/http\S+\/staff\/enrol\/[\w-]{43}/g) ?? []

test.each([
  ['PORT', { PORT: 'three thousand' }],
  ['SITE_ORIGIN', { SITE_ORIGIN: 'clinic.example' }],
  ['INQUIRY_EMAIL', { RESEND_API_KEY: 're_fake' }],
  ['MAIL_FROM', { RESEND_API_KEY: 're_fake', INQUIRY_EMAIL: 'notice' }],
  ['CLINIC_INBOX', { RESEND_API_KEY: 're_fake', INQUIRY_EMAIL: 'notice', MAIL_FROM: 'a@clinic.test' }],
  ['RESEND_DEBUG', { RESEND_DEBUG: 'true' }],
])('a wrong %s stops the start with one sentence that names it', async (name, settings) => {
  const { code, stdout, stderr } = await start(settings)
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr.trim().split('\n')).toEqual([expect.stringMatching(new RegExp(`^${name} .+\\.$`))])
})

test.each(['lib/cli/start.ts', 'lib/server/main.ts'])(
  'a port that is taken stops %s with one sentence that names it',
  async (program) => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    onTestFinished(() => void other.close())
    const address = other.address()
    const port = typeof address === 'object' && address ? String(address.port) : ''

    // The address the build was made for: another would build again, under the feet of the tests beside this one.
    const { code, stderr } = await start({ PORT: port, SITE_ORIGIN: BUILT_FOR }, program)
    expect({ code, stderr: stderr.trim() }).toEqual({
      code: 1,
      stderr: `PORT ${port} is taken by another program: stop that program, or set PORT to another number.`,
    })
  },
)

test('the start says where the site, the messages, the keys and the mailbox are, and what is missing', async () => {
  const server = await startServer()
  onTestFinished(() => server.remove())
  for (const word of [server.origin, 'clinic.db', 'keys', 'mailbox', 'Not configured yet', 'RESEND_API_KEY']) {
    expect(server.printed()).toContain(word)
  }
})

test('the first start prints a link for the first manager, and a later one prints another as long as nobody came', async () => {
  const server = await startServer()
  onTestFinished(() => server.remove())
  const [first = ''] = links(server.printed())
  expect(first).toMatch(new RegExp(`^${server.origin}/staff/enrol/`))
  const opened = await fetch(first, { redirect: 'manual' })
  expect(opened.headers.get('location')).toMatch(/\/staff\/enrol$/)

  await server.end('SIGTERM')
  await server.startAgain()
  expect(new Set(links(server.printed())).size).toBe(2)
})

test('a lost key stops the start, because nobody could read what is stored', async () => {
  const server = await startServer()
  onTestFinished(() => server.remove())
  await sendInquiry(server.origin, typedByPhone)
  await server.end('SIGTERM')
  await rename(join(server.dataFolder, 'keys'), join(server.dataFolder, 'lost'))

  await expect(server.startAgain()).rejects.toThrow('sealed for a key that is not here')
})

test('SIGTERM finishes the request under way, then ends with code 0', async () => {
  const server = await startServer()
  onTestFinished(() => server.remove())
  const form = 'about=me&name=Late&channel=phone&phone=3055550134&voicemail=no'
  const slow = request(`${server.origin}/contact/answers`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-length': form.length },
  })
  slow.write(form.slice(0, 10))
  await new Promise((resolve) => setTimeout(resolve, 200))

  const ended = server.end('SIGTERM')
  slow.end(form.slice(10))
  const [response] = await once(slow, 'response')
  expect(response.statusCode).toBe(303)
  expect(await ended).toBe(0)
})
