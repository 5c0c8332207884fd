import { inbox } from '#content/en/inbox.ts'
import type { MailState } from '#lib/inbox/row.ts'

const failed = ['attention', 'bounced', 'complained', 'suppressed', 'failed']

/** Where the e-mail to the clinic stands: what became of it, or how far it is. */
export function MailText({ mail }: { mail: MailState | null }) {
  if (!mail) return <>{inbox.mail.none}</>
  const stage = mail.fate ?? mail.state
  const text = inbox.mail[stage]
  return failed.includes(stage) ? <strong className="text-error">{text}</strong> : text
}
