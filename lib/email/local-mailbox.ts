import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { createFileOnce } from '#lib/file/create-once.ts'
import type { Mailer } from './mailer.ts'

const DELIVERY_ID = /^[\w-]+$/

/** Writes each mail to a folder instead of sending it; one file per delivery, however often it is attempted. */
export function localMailbox(folder: string): Mailer {
  const writer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })

  return {
    async send({ tags, ...mail }, deliveryId) {
      if (!DELIVERY_ID.test(deliveryId)) return { kind: 'attention', failure: 'delivery-id-unusable' }
      try {
        const messageId = `<${deliveryId}@mailbox.invalid>`
        const headers = tags.map(({ name, value }) => ({ key: `X-Tag-${name}`, value }))
        const { message } = await writer.sendMail({
          ...mail,
          messageId,
          headers,
          disableFileAccess: true,
          disableUrlAccess: true,
        })
        createFileOnce(join(folder, `${deliveryId}.eml`), message as Buffer)
        return { kind: 'sent', providerId: `mailbox-${deliveryId}` }
      } catch {
        return { kind: 'retry', failure: 'mailbox-unwritable' }
      }
    },
  }
}
