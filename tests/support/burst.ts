import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { readInquiryForm } from '#lib/inquiries/answers.ts'
import { sealDraft } from '#lib/inquiries/draft.ts'
import { forEachAtOnce } from '#lib/process/at-once.ts'
import { draftKeyIn } from '#lib/seal/keys.ts'
import { ask } from './ask.ts'
import { formOf } from './typed-form.ts'
import { typedByPhone } from './visitor.ts'

const READ_FOR_MS = 60_000

export type Burst = { accepted: number; p50Ms: number; p99Ms: number; perSecond: number }

/** The cookies of so many visitors who filled in the form a minute ago and have not pressed "Send". */
export function makeDrafts(dataFolder: string, count: number): string[] {
  const key = draftKeyIn(join(dataFolder, 'keys'))
  const keptAt = Date.now() - READ_FOR_MS
  return Array.from({ length: count }, () => {
    const id = randomUUID()
    const answers = readInquiryForm(formOf({ ...typedByPhone, message: `A test message, ${id}` }))
    return `draft=${sealDraft({ id, answers, keptAt }, key, keptAt)}`
  })
}

/** All of them press "Send", so many at once. */
export async function pressSendAtOnce(origin: string, drafts: string[], atOnce: number): Promise<Burst> {
  const tookMs: number[] = []
  let accepted = 0
  const started = performance.now()
  await forEachAtOnce(drafts, atOnce, async (cookie) => {
    const pressed = performance.now()
    const { status, headers } = await ask(origin, { method: 'POST', path: '/contact/send', cookie, body: '' })
    tookMs.push(performance.now() - pressed)
    if (status === 303 && headers.location?.startsWith('/contact/sent')) accepted += 1
  })
  const seconds = (performance.now() - started) / 1000
  return { accepted, p50Ms: shareOf(tookMs, 0.5), p99Ms: shareOf(tookMs, 0.99), perSecond: drafts.length / seconds }
}

/** The value that so much of them stays below. */
function shareOf(values: number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? Number.NaN
}
