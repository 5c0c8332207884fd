/** What went wrong with an e-mail and what to do, for the names that deliveries and pauses keep. */
const texts: Record<string, string> = {
  'no-answer': 'The e-mail service did not answer. We try again by ourselves.',
  'unclear-answer': 'The e-mail service did not say whether it took the e-mail. We try again; it is not sent twice.',
  'application-error': 'The e-mail service has a fault. We try again by ourselves.',
  'internal-server-error': 'The e-mail service has a fault. We try again by ourselves.',
  'service-unavailable': 'The e-mail service is down. We try again by ourselves.',
  'concurrent-idempotent-requests': 'The same e-mail was being sent at that moment. We try again by ourselves.',
  'resource-locked': 'The e-mail service was busy with this e-mail. We try again by ourselves.',
  'rate-limit-exceeded': 'The e-mail service asked us to go slower. We wait as long as it said.',

  'daily-quota-exceeded':
    'The e-mails of this day are used up. Sending goes on at midnight UTC; for more, change the plan at Resend.',
  'monthly-quota-exceeded': 'The e-mails of this month are used up. Change the plan at Resend, then retry one e-mail.',
  'missing-api-key': 'Resend got no key from us. Set RESEND_API_KEY and start again.',
  'invalid-api-key': 'Resend does not know our key. Make a new one there, set RESEND_API_KEY and start again.',
  'restricted-api-key':
    'Our key may not send. Make one at Resend with sending access, set RESEND_API_KEY, start again.',
  'suspended-api-key': 'Resend suspended our key. Sign in there to see why, set a new RESEND_API_KEY, start again.',
  'invalid-from-address':
    'Resend refuses our sender. Set MAIL_FROM to an address of a verified domain and start again.',
  'domain-not-verified': 'The domain of MAIL_FROM is not verified at Resend. Verify it there, then retry one e-mail.',

  'validation-error': 'Resend refuses this e-mail as it is. Check CLINIC_INBOX; read the inquiry here meanwhile.',
  'missing-required-field':
    'Resend misses a part of this e-mail: a fault of ours. Read the inquiry here and report it.',
  'invalid-attachment': 'Resend refuses an attachment, and we send none. Read the inquiry here and report it.',
  'invalid-idempotency-key':
    'Resend refuses the name of this e-mail: a fault of ours. Read the inquiry here, report it.',
  'invalid-idempotent-request':
    'Resend took this e-mail earlier in another form. Look for it in the mailbox; do not send it again before.',
  'deadline-passed':
    'It could not be sent for 23 hours. Look in the mailbox if it came after all; if not, retry it, or read it here.',
  'address-refused': 'This address does not take our e-mail. Nothing needs to be done.',

  'seal-unknown-key': 'The key it was sealed for is missing. Put the copy of the keys back, then retry.',
  'seal-does-not-open': 'It was changed after it was sealed, so it is not sent. Read the inquiry, or restore a backup.',
  'seal-malformed-box': 'It is damaged in the database, so it is not sent. Read the inquiry, or restore a backup.',
  'seal-unknown-version': 'It was sealed by a newer version of this program. Start the newest version, then retry.',
  'mailbox-unwritable': 'The local mailbox cannot be written. Check the disk that holds DATA_DIR.',
  'delivery-id-unusable': 'Its id cannot be a file name, so it was changed. Read the inquiry here and report it.',

  bounced: 'The receiving mailbox does not exist or refused it. Check CLINIC_INBOX; read the inquiry here.',
  complained: 'Somebody marked it as spam. Take our sender out of the spam filter of that mailbox.',
  suppressed: 'Resend no longer sends to this address, since mail to it bounced. Remove it from the list there.',
  failed: 'Resend could not send it. Sign in there to see why; read the inquiry here.',
  delayed: 'The receiving mailbox is full or slow. Resend goes on trying.',
}

/** One or two sentences for a person: what happened and what to do. A name nobody foresaw is said as it is. */
export function failureText(name: string): string {
  return Object.hasOwn(texts, name) ? (texts[name] ?? name) : `Something unforeseen happened (${name}). We try again.`
}

export const explainedFailures = Object.keys(texts)
