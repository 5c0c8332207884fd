import { expect, onTestFinished, test } from 'vitest'
import { resendMailer } from '#lib/email/resend.ts'
import { type Behaviour, behaviours, startFakeResend } from '#tests/support/fake-resend.ts'
import { measured, sized } from '#tests/support/faults.ts'
import { runCode } from '#tests/support/process.ts'

/** The quick form shares the machine with other rows. */
const ATTEMPT_MS_MAX = sized({ quick: 15_000, full: 10_500 })
const GROWTH_MB_MAX = 50

const mail = { from: 'a@b.cc', to: 'd@e.ff', subject: 's', text: 't', tags: [] }

async function startFake(behaviour: Behaviour) {
  const fake = await startFakeResend({ script: Array.from({ length: 5 }, () => behaviour) })
  onTestFinished(() => fake.close())
  return fake
}

/** How many megabytes a process of its own grows by while it sends five mails with this mailer. */
async function growthMb(mailer: string, url: string): Promise<number> {
  const { stdout, stderr } = await runCode(`
    ${mailer}
    const send = makeSend(${JSON.stringify(url)})
    await fetch(${JSON.stringify(url)}).then((answer) => answer.text())
    const before = process.memoryUsage.rss()
    for (let number = 0; number < 5; number += 1) await send(${JSON.stringify(mail)}, 'delivery-' + number)
    process.stdout.write(String(process.resourceUsage().maxRSS / 1024 - before / 1024 / 1024))`)
  if (stderr) throw new Error(stderr)
  return Number(stdout)
}

const ours = `import { resendMailer } from '#lib/email/resend.ts'
  const makeSend = (baseUrl) => resendMailer({ apiKey: 're_fake', baseUrl }).send`
const plain = `import { Resend } from 'resend'
  const makeSend = (baseUrl) => (mail) => new Resend('re_fake', { baseUrl }).emails.send(mail)`

test('whatever Resend does, an attempt ends in time and nothing is thrown', async () => {
  const hostile = (Object.keys(behaviours) as Behaviour[]).filter((behaviour) => behaviour !== 'ok')
  const took = await Promise.all(
    hostile.map(async (behaviour) => {
      const fake = await startFake(behaviour)
      const startedAt = performance.now()
      const { kind } = await resendMailer({ apiKey: 're_fake', baseUrl: fake.url }).send(mail, 'one')
      expect(kind, behaviour).not.toBe('sent')
      return performance.now() - startedAt
    }),
  )
  const longestMs = Math.round(Math.max(...took))
  measured({
    row: 'F4',
    done: `${hostile.length} hostile answers, all at once`,
    target: `each attempt over in ${ATTEMPT_MS_MAX} ms`,
    measured: `the longest took ${longestMs} ms`,
    isMet: longestMs <= ATTEMPT_MS_MAX && longestMs > 9000,
  })
})

test('an answer of 50 MB is not read to its end', async () => {
  const { url } = await startFake('huge-body')
  const growth = await growthMb(ours, url)
  measured({
    row: 'F4',
    done: 'five answers of 50 MB',
    target: `less than ${GROWTH_MB_MAX} MB more memory`,
    measured: `${growth.toFixed(1)} MB more`,
    isMet: growth < GROWTH_MB_MAX,
  })
})

test('the client as it comes does read it, so the measurement can fail', async () => {
  const { url } = await startFake('huge-body')
  expect(await growthMb(plain, url)).toBeGreaterThan(GROWTH_MB_MAX)
})
