import { inquiryWords, savedReplies } from '#content/en/inbox-inquiry.ts'
import { filled } from '#content/en/staff.ts'

/** Links that open the mail program with words that give nothing away about where they come from. */
export function SavedReplies({ email, name }: { email: string; name: string }) {
  return (
    <section aria-labelledby="replies" className="print:hidden">
      <h2 id="replies" className="text-h3">
        {inquiryWords.repliesTitle}
      </h2>
      <p className="mt-1 text-sm text-ink-2">{inquiryWords.repliesHint}</p>
      <ul className="mt-3 flex flex-wrap gap-3">
        {savedReplies.map(({ label, subject, body }) => (
          <li key={label}>
            <a className="chip quiet" href={mailLink(email, { subject, body: filled(body, { name }) })}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function mailLink(email: string, fields: Record<string, string>): string {
  const query = Object.entries(fields)
    .map(([field, text]) => `${field}=${encodeURIComponent(text.replaceAll('\n', '\r\n'))}`)
    .join('&')
  return `mailto:${encodeURIComponent(email).replace('%40', '@')}?${query}`
}
