import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { crashPoint } from '#lib/process/crash-point.ts'
import { isStaffPath, reloadAddress, staffForms } from '#lib/staff/path.ts'
import { sendAnswer, sendRefusal } from './answer.ts'
import { dynamicPathTest } from './dynamic-path.ts'
import { readFormBody } from './form-body.ts'
import { securityHeaders } from './headers.ts'
import { hasDefaultLocale, toPublicPath } from './locale-path.ts'
import type { RenderPage } from './next-renderer.ts'
import { PASSKEY_SCRIPT, passkeyScriptIn } from './passkey-script.ts'
import { pathOf, queryOf } from './query.ts'
import {
  FORM_BODY_BYTES_MAX,
  findRefusal,
  type Rules,
  TOO_LARGE,
  WEBHOOK_BODY_BYTES_MAX,
  WEBHOOK_TOO_LARGE,
} from './refusal.ts'
import { readSiteManifest, SITE_FOLDER, styleHashesOf } from './site-folder.ts'
import type { StaffDoor, Turn } from './staff-door.ts'
import { serveFolder } from './static-site.ts'

/** Where each form is sent, and the page a visitor belongs on who only opens that address. */
const formPages: Rules['formPages'] = {
  '/contact/answers': '/contact',
  '/contact/send': '/contact/check',
  ...staffForms,
}

/** Where the e-mail service tells what became of our mails. */
const webhooks = ['/webhooks/resend']

type Failure = { path: string; status: number; headers?: Record<string, string> }

/** The page that explains why a form did not do what it promised: whatever broke, or too many at once. */
const failurePages: Record<string, { broken: Failure; tooMany: Failure }> = {
  '/contact/send': {
    broken: { path: '/contact/not-sent', status: 503 },
    tooMany: { path: '/contact/wait', status: 429, headers: { 'Retry-After': '60' } },
  },
}

/** Pages that only the server itself shows, always with a status that says what they are. */
const hidden = ['/404', '/problem', '/contact/not-sent', '/contact/wait']
const isPublic = (path: string) => !hidden.includes(path)

const limits = {
  headersTimeout: 8_000,
  // With the second between two looks at the connections, and a busy machine, nobody stays longer than 15 seconds.
  requestTimeout: 11_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
  maxHeaderSize: 16 * 1024,
}
// Idle connections cost little and are closed after eight seconds; were they fewer, 2,000 of them could lock everybody out.
const CONNECTIONS_MAX = 5_000

type Options = {
  projectFolder: string
  hosts: string[]
  isSecure: boolean
  render: RenderPage
  /** Answers what is no page of this server; true when it has. */
  answerFirst?: (request: IncomingMessage, response: ServerResponse) => boolean
  /** Without one, this server has no inbox. */
  staffDoor?: StaffDoor | undefined
  onError: (error: unknown) => void
}

/** Builds the server that stands before Next: it refuses, serves what is finished, and lets Next render the rest. */
export async function createFrontServer(options: Options): Promise<Server> {
  const { projectFolder, hosts, isSecure, render, answerFirst, staffDoor, onError } = options
  const siteFolder = join(projectFolder, SITE_FOLDER)
  const { dynamicPaths, styleHashes } = await readSiteManifest(projectFolder)
  const notFoundPage = await readFile(join(siteFolder, '404.html'))
  const problemPage = await readFile(join(siteFolder, 'problem.html'))
  const isDynamic = dynamicPathTest(dynamicPaths)
  const headers = securityHeaders({ styleHashes, isSecure })
  const serveFinished = serveFolder(siteFolder, (page) =>
    securityHeaders({ styleHashes: styleHashesOf(page), isSecure }),
  )
  const html = { 'Content-Type': 'text/html; charset=utf-8' }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refusal = findRefusal(request, { hosts, formPages, webhooks })
    const path = pathOf(request)
    if (!refusal && isPublic(path) && request.method !== 'POST' && serveFinished(path, request, response)) return

    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    if (isStaffPath(path)) response.setHeader('X-Robots-Tag', 'noindex, nofollow')
    if (refusal) return sendRefusal(request, response, refusal)

    const turn = isStaffPath(path) && (staffDoor ? await staffDoor(request, path) : ({ kind: 'none' } as const))
    if (turn) return sendTurn(request, response, turn)
    if (request.method === 'POST' && webhooks.includes(path)) return answerNews(request, response, path)
    if (request.method === 'POST') return answerForm(request, response, path)

    const proper = properPath(path)
    if (proper !== path) return sendAnswer(request, response, { status: 308, headers: { Location: proper }, body: '' })
    if (isPublic(path) && isDynamic(path)) return sendRendered(request, response, path)
    await sendNotFound(request, response)
  }

  async function sendTurn(request: IncomingMessage, response: ServerResponse, turn: Turn): Promise<void> {
    if (turn.kind === 'show') return sendRendered(request, response, turn.path, turn)
    if (turn.kind === 'none') return sendNotFound(request, response)
    await sendAnswer(request, response, { status: 303, headers: { Location: turn.location }, body: '' })
  }

  async function answerForm(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    if (path === '/contact/send') crashPoint('accept.before-reading')
    const form = await readFormBody(request, FORM_BODY_BYTES_MAX)
    if (form === 'too-large') return sendRefusal(request, response, TOO_LARGE)

    const rendered = await render(request, { path, form })
    if (path === '/contact/send') crashPoint('accept.before-answer')
    if (rendered.status < 500 && rendered.status !== 429) return sendAnswer(request, response, rendered)
    // Whatever went wrong, the person who pressed "Send" is told that nothing was sent, and keeps the answers.
    const failure = failurePages[path]?.[rendered.status === 429 ? 'tooMany' : 'broken']
    if (failure) return sendRendered(request, response, failure.path, failure)
    await sendProblem(request, response)
  }

  async function answerNews(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const form = await readFormBody(request, WEBHOOK_BODY_BYTES_MAX)
    if (form === 'too-large') return sendRefusal(request, response, WEBHOOK_TOO_LARGE)
    await sendAnswer(request, response, await render(request, { path, form }))
  }

  async function sendRendered(request: IncomingMessage, response: ServerResponse, path: string, failure?: Failure) {
    const rendered = await render(request, { path, query: queryOf(path, request.url ?? '') })
    if (rendered.status >= 500) return sendProblem(request, response)
    if (rendered.status === 404) return sendNotFound(request, response)
    const script = isStaffPath(path) ? passkeyScriptIn(rendered.body.toString()) : undefined
    if (script) {
      // A browser that knows no hash for a script with an address goes by the address; the element holds the hash.
      const scriptSources = [`'${script}'`, `${isSecure ? 'https' : 'http'}://${request.headers.host}${PASSKEY_SCRIPT}`]
      const { 'Content-Security-Policy': policy } = securityHeaders({ styleHashes, isSecure, scriptSources })
      response.setHeader('Content-Security-Policy', policy ?? '')
    }
    const reload = failure ? undefined : reloadAddress(path, request.url ?? '')
    if (reload) response.setHeader('Refresh', `60; url=${reload}`)
    const headers = { ...rendered.headers, ...failure?.headers }
    await sendAnswer(request, response, { ...rendered, headers, status: failure?.status ?? rendered.status })
  }

  const sendNotFound = (request: IncomingMessage, response: ServerResponse) =>
    sendAnswer(request, response, { status: 404, headers: html, body: notFoundPage })

  const sendProblem = (request: IncomingMessage, response: ServerResponse) =>
    sendAnswer(request, response, { status: 500, headers: html, body: problemPage })

  const server = createServer(limits, (request, response) => {
    if (answerFirst?.(request, response)) return
    answer(request, response).catch(async (error: unknown) => {
      if (request.destroyed && !request.complete) return
      onError(error)
      if (response.headersSent) response.destroy()
      else await sendProblem(request, response).catch(onError)
    })
  })
  server.maxConnections = CONNECTIONS_MAX
  return server
}

/** One address for each page: no `/en`, no slash at the end. */
function properPath(path: string): string {
  const withoutLocale = hasDefaultLocale(path) ? toPublicPath(path) : path
  return withoutLocale.length > 1 ? withoutLocale.replace(/\/+$/, '') || '/' : withoutLocale
}
