import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { type Answer, ask } from '#tests/support/ask.ts'
import { startFakeResend } from '#tests/support/fake-resend.ts'
import { measured } from '#tests/support/faults.ts'
import { findPlanted, isPlantedIn, planted, plantedByEmail, plantedByPhone } from '#tests/support/planted.ts'
import { startServer } from '#tests/support/running-server.ts'
import { dyingAt, livingOn, resendSettings } from '#tests/support/server-settings.ts'
import { pressSend, readReference, type Typed, typeAnswers, typedByPhone } from '#tests/support/visitor.ts'

const byPhone: Typed = {
  ...typedByPhone,
  name: plantedByPhone.name,
  phone: plantedByPhone.phone?.typed ?? '',
  voicemail: 'yes',
  language: 'other',
  otherLanguage: plantedByPhone.language.other ?? '',
  message: plantedByPhone.message,
}
const byEmail: Typed = {
  ...typedByPhone,
  about: 'someone',
  name: plantedByEmail.name,
  channel: 'email',
  phone: '',
  email: plantedByEmail.email ?? '',
  message: plantedByEmail.message,
}
const strangersPaths = [
  '/',
  '/contact',
  '/contact/check',
  '/contact/sent',
  '/contact/not-sent',
  '/health',
  '/staff',
  '/feed.xml',
]
const MAILS_MS_MAX = 90_000

test('F20: in notice mode, what people wrote is found nowhere but inside sealed blobs', async () => {
  const { places, mails } = await livePlantedLife({ mode: 'notice', throughResend: true })
  sweep('notice mode, Resend failing, one crash', { ...places, 'requests to Resend': mails })
})

test('F20: in notice mode, not in the local mailbox either', async () => {
  const { places } = await livePlantedLife({ mode: 'notice', throughResend: false })
  sweep('notice mode, local mailbox', places)
})

test('F20: in full mode, it is in the mail and nowhere else', async () => {
  const { places, mails } = await livePlantedLife({ mode: 'full', throughResend: true })
  expect(mails.filter((mail) => isPlantedIn(mail)).length, 'the sweep can see what is in the mail').toBeGreaterThan(0)
  sweep('full mode, Resend failing, one crash', places)
})

test('F20: the control: leaking lines are found, as they are, in base64 and in an address', async () => {
  const [name = '', , phone = ''] = planted
  const leaks = [name, Buffer.from(`a line of a log, ${name}, and more`).toString('base64'), encodeURIComponent(phone)]
  const { places } = await livePlantedLife({ mode: 'notice', throughResend: false, leaks })
  measured({
    row: 'F20',
    done: `control: ${leaks.length} files with a leaking line each`,
    target: `${leaks.length} sightings`,
    measured: `${leaksIn(places).length}`,
    isMet: leaksIn(places).length === leaks.length,
  })
})

type Places = Record<string, string[]>

function sweep(done: string, places: Places): void {
  const leaks = leaksIn(places)
  const looked = Object.keys(places)
  measured({
    row: 'F20',
    done: `planted words in every field, ${done}`,
    target: '0 sightings',
    measured: leaks.length === 0 ? `0 in ${looked.join(', ')}` : leaks.join('; '),
    isMet: leaks.length === 0,
  })
}

function leaksIn({ files = [], ...texts }: Places): string[] {
  const inTexts = Object.entries(texts).flatMap(([place, all]) =>
    all.some((text) => isPlantedIn(text)) ? [place] : [],
  )
  return [...files, ...inTexts]
}

/** Two people write, correct a mistake, are cut off by a crash and send again, while a stranger looks at every page. */
async function livePlantedLife(life: { mode: 'notice' | 'full'; throughResend: boolean; leaks?: string[] }) {
  const resend = await startFakeResend({ script: ['500-json', 'reset-after'] })
  const { INQUIRY_EMAIL, ...rest } = resendSettings(resend.url, life.mode)
  const server = await startServer({
    INQUIRY_EMAIL,
    ...(life.throughResend && rest),
    ...dyingAt('accept.before-commit'),
  })
  try {
    const strangers: Answer[] = []
    await typeAnswers(server.origin, { ...byPhone, phone: `${byPhone.phone} 99999` }).catch(() => {})
    const drafts = [await typeAnswers(server.origin, byPhone), await typeAnswers(server.origin, byEmail)]
    await pressSend(server.origin, drafts[0] ?? '').catch(() => {})
    await server.gone()
    await server.startAgain(livingOn)
    for (const draft of drafts) await readReference(server.origin, await pressSend(server.origin, draft))
    for (const path of strangersPaths) strangers.push(await ask(server.origin, { path }))
    if (life.throughResend) await expect.poll(() => resend.mails().length, { timeout: MAILS_MS_MAX }).toBe(2)
    await wait(1_000)
    for (const [at, line] of (life.leaks ?? []).entries()) appendFileSync(join(server.dataFolder, `${at}.log`), line)

    return {
      places: {
        files: [...new Set(findPlanted(server.dataFolder).map(({ file }) => file))],
        'lines printed': [server.printed()],
        'answers to a stranger': strangers.map(({ headers, body }) => JSON.stringify(headers) + body),
      },
      mails: resend.requests().map(({ body, idempotencyKey }) => `${body} ${idempotencyKey}`),
    }
  } finally {
    await server.remove()
    await resend.close()
  }
}
