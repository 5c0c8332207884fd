import { inquiryWords } from '#content/en/inbox-inquiry.ts'
import { attemptsFor } from '#lib/inbox/attempt.ts'
import type { Inquiry } from '#lib/inquiries/schema.ts'
import { type About, ActButton, ActForm } from './act-form.tsx'

/** One press writes down what came of a call. What the person did not allow is not offered. */
export function AttemptForm({ about, inquiry }: { about: About; inquiry: Inquiry }) {
  return (
    <section aria-labelledby="attempt" className="print:hidden">
      <h2 id="attempt" className="text-h3">
        {inquiryWords.attemptTitle}
      </h2>
      <div className="mt-3">
        <ActForm act="attempt" about={about}>
          {attemptsFor(inquiry).map((attempt) => (
            <ActButton key={attempt} name="attempt" value={attempt} isQuiet>
              {inquiryWords.attempts[attempt]}
            </ActButton>
          ))}
        </ActForm>
      </div>
    </section>
  )
}
