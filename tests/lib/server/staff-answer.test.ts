import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createFrontServer } from '#lib/server/front-server.ts'
import { writeSiteFile, writeSiteManifest } from '#lib/server/site-folder.ts'
import type { StaffDoor, Turn } from '#lib/server/staff-door.ts'
import { makeFolder } from '#tests/support/folder.ts'

const integrity = `sha256-${'A'.repeat(43)}=`
const withScript = `<main><script src="/passkey.js" integrity="${integrity}" defer=""></script></main>`
const form = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }

async function serve({ staffDoor, body = '<main>Inbox</main>' }: { staffDoor?: StaffDoor; body?: string }) {
  const projectFolder = makeFolder()
  for (const name of ['404.html', 'problem.html'])
    await writeSiteFile(projectFolder, name, Buffer.from(`<main>${name}</main>`))
  const dynamicPaths = ['/contact', '/staff', '/staff/sign-in', '/staff/sign-in/again', '/staff/inquiries/[reference]']
  await writeSiteManifest(projectFolder, { dynamicPaths, styleHashes: [] })
  const rendered: string[] = []
  const hosts: string[] = []
  const server = await createFrontServer({
    projectFolder,
    hosts,
    isSecure: false,
    staffDoor,
    onError: (error) => expect(error).toBeUndefined(),
    render: async (_request, { path }) => {
      rendered.push(path)
      return { status: 200, headers: { 'content-type': 'text/html' }, body: Buffer.from(body) }
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  hosts.push(`127.0.0.1:${port}`)
  const ask = (path: string, options: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual', ...options })
  return { ask, rendered }
}

const turning =
  (turn: Turn | undefined): StaffDoor =>
  async () =>
    turn

test('a server without an inbox has nothing under /staff', async () => {
  const { ask, rendered } = await serve({})
  for (const path of ['/staff', '/staff/sign-in', '/staff/inquiries/KW-7F3K2'])
    expect((await ask(path)).status, path).toBe(404)
  expect((await ask('/staff/sign-out', { method: 'POST', headers: form })).status).toBe(404)
  expect(rendered).toEqual([])
})

test('whoever the door turns away sees nothing of the page they asked for', async () => {
  const { ask, rendered } = await serve({ staffDoor: turning({ kind: 'go', location: '/staff/sign-in' }) })
  for (const path of ['/staff', '/staff/inquiries/KW-7F3K2', '/staff/not-thought-of']) {
    const answer = await ask(path)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/staff/sign-in'])
  }
  expect(rendered).toEqual([])
})

test('a form that is turned away is answered with another page, and is not handed on', async () => {
  const { ask, rendered } = await serve({
    staffDoor: turning({ kind: 'show', path: '/staff/sign-in/again', status: 401 }),
  })
  expect((await ask('/staff/sign-out', { method: 'POST', headers: form, body: 'a=b' })).status).toBe(401)
  expect(rendered).toEqual(['/staff/sign-in/again'])
})

test.each(['cross-site', 'same-site', 'none', undefined])('a form from "%s" never reaches the inbox', async (site) => {
  const { ask, rendered } = await serve({ staffDoor: turning(undefined) })
  const headers = { 'content-type': form['content-type'], ...(site && { 'sec-fetch-site': site }) }
  expect((await ask('/staff/sign-out', { method: 'POST', headers, body: 'a=b' })).status).toBe(403)
  expect(rendered).toEqual([])
})

test('what the door lets in is kept by no cache and listed by no search engine', async () => {
  const { ask, rendered } = await serve({ staffDoor: turning(undefined) })
  const answer = await ask('/staff/inquiries/KW-7F3K2')
  expect([answer.status, answer.headers.get('cache-control'), answer.headers.get('x-robots-tag')]).toEqual([
    200,
    'no-store',
    'noindex, nofollow',
  ])
  expect(rendered).toEqual(['/staff/inquiries/KW-7F3K2'])
})

test('a page of the inbox allows the script it carries by its hash, and any other page none', async () => {
  const { ask } = await serve({ staffDoor: turning(undefined), body: withScript })
  const policyOf = async (path: string) => (await ask(path)).headers.get('content-security-policy')
  expect(await policyOf('/staff/sign-in')).toContain(`script-src '${integrity}' http://127.0.0.1:`)
  expect(await policyOf('/contact')).toContain("script-src 'none'")
})

test('a page of the inbox without the script allows none', async () => {
  const { ask } = await serve({ staffDoor: turning(undefined) })
  expect((await ask('/staff')).headers.get('content-security-policy')).toContain("script-src 'none'")
})

test('a list loads itself again at an address that says nobody pressed anything, so that no forgotten screen stays open', async () => {
  const { ask } = await serve({ staffDoor: turning(undefined) })
  const refreshOf = async (path: string) => (await ask(path)).headers.get('refresh')
  expect(await refreshOf('/staff?said=deleted')).toBe('60; url=/staff?again=1')
  expect(await refreshOf('/staff')).toBe('60; url=/staff?again=1')
  expect(await refreshOf('/staff?still=1')).toBeNull()
  expect(await refreshOf('/staff/sign-in?said=too-many')).toBeNull()
})
