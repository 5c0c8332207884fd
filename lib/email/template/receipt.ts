import { receipt } from '#content/en/receipt.ts'

/**
 * What a person gets who asked for a receipt: the same for everybody, so it says nothing about them or the clinic.
 *
 * Plain text and no HTML, so there is nothing to load and no picture that could tell it was read.
 */
export function receiptMail(): { subject: string; text: string } {
  return { subject: receipt.subject, text: receipt.lines.join('\n') }
}

/** The address we write from, under a name that gives nothing away. */
export function neutralSender(mailFrom: string): string {
  const address = /<([^<>]+)>$/.exec(mailFrom)?.[1] ?? mailFrom
  return `${receipt.sender} <${address}>`
}
