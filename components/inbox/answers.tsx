import { inbox } from '#content/en/inbox.ts'
import { inquiryWords } from '#content/en/inbox-inquiry.ts'
import type { Inquiry } from '#lib/inquiries/schema.ts'

const words = inquiryWords

/** What the person wrote, as they wrote it. */
export function Answers({ inquiry, received }: { inquiry: Inquiry; received: string }) {
  const { name, about, topics, message } = inquiry
  const rows = [
    [words.name, name],
    [words.writesFor, inbox.about[about]],
    ...(topics.length > 0 ? [[words.asks, topics.map((topic) => inbox.topics[topic]).join(', ')]] : []),
    [words.message, message || words.noMessage],
    [words.received, received],
  ]
  return (
    <section aria-labelledby="answers">
      <h2 id="answers" className="text-h3">
        {words.answersTitle}
      </h2>
      <dl className="mt-3 border-t border-line">
        {rows.map(([label, text]) => (
          <div key={label} className="answer-row">
            <dt className="font-bold">{label}</dt>
            <dd className="whitespace-pre-line">{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
