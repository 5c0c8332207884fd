import type { Env } from '#lib/env.ts'
import { localMailbox } from './local-mailbox.ts'
import type { Mailer } from './mailer.ts'
import { resendMailer } from './resend.ts'

export function chooseMailer(email: Env['email']): Mailer {
  return email.kind === 'resend' ? resendMailer(email) : localMailbox(email.mailbox)
}
