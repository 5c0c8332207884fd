import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'
import { localMailbox } from '#lib/email/local-mailbox.ts'
import type { Mail } from '#lib/email/mailer.ts'
import { makeFolder } from '#tests/support/folder.ts'

const mail: Mail = {
  from: 'Clinic website <website@clinic.example>',
  to: 'inbox@clinic.example',
  subject: 'New website inquiry KW-7F3K2 – für Zoë',
  html: '<p>Hello Zoë</p>',
  text: 'Hello Zoë',
  replyTo: 'person@mail.example',
  tags: [{ name: 'delivery', value: 'one' }],
}

test('writes a mail that any mail program can read', async () => {
  const folder = join(makeFolder(), 'mailbox')
  expect(await localMailbox(folder).send(mail, 'one')).toEqual({ kind: 'sent', providerId: 'mailbox-one' })

  const read = await PostalMime.parse(readFileSync(join(folder, 'one.eml')))
  expect(read).toMatchObject({
    from: { name: 'Clinic website', address: 'website@clinic.example' },
    to: [{ address: 'inbox@clinic.example' }],
    replyTo: [{ address: 'person@mail.example' }],
    subject: mail.subject,
  })
  expect(read.text?.trim()).toBe(mail.text)
  expect(read.html?.trim()).toBe(mail.html)
})

test('a second attempt leaves the one mail as it was', async () => {
  const folder = makeFolder()
  await localMailbox(folder).send(mail, 'one')
  const first = readFileSync(join(folder, 'one.eml'))

  expect(await localMailbox(folder).send(mail, 'one')).toMatchObject({ kind: 'sent' })
  expect(readdirSync(folder)).toEqual(['one.eml'])
  expect(readFileSync(join(folder, 'one.eml'))).toEqual(first)
})

test('only its owner can read a mail', async () => {
  const folder = join(makeFolder(), 'mailbox')
  await localMailbox(folder).send(mail, 'one')
  expect([folder, join(folder, 'one.eml')].map((path) => statSync(path).mode & 0o777)).toEqual([0o700, 0o600])
})

test('tries again later when the folder cannot be written', async () => {
  const path = join(makeFolder(), 'mailbox')
  writeFileSync(path, 'a file in the way')
  expect(await localMailbox(path).send(mail, 'one')).toEqual({ kind: 'retry', failure: 'mailbox-unwritable' })
})

test('writes nowhere but in its folder', async () => {
  const folder = makeFolder()
  expect(await localMailbox(folder).send(mail, '../one')).toMatchObject({ kind: 'attention' })
  expect(readdirSync(folder)).toEqual([])
})
