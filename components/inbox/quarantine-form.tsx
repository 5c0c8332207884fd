import { inquiryWords } from '#content/en/inbox-inquiry.ts'
import { type About, ActButton, ActForm } from './act-form.tsx'

const words = inquiryWords

/** The question only a person can answer. What was found is told, so that the answer is not a guess. */
export function QuarantineForm({ about, why }: { about: About; why: string[] }) {
  return (
    <section aria-labelledby="quarantine" className="rounded-box border-4 border-amber bg-card p-4 sm:p-6">
      <h2 id="quarantine" className="text-h3">
        {words.quarantineTitle}
      </h2>
      <p className="my-3">{words.quarantined}</p>
      <ul className="mb-4 list-disc pl-6">
        {why.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-4">
        <ActForm act="release" about={about}>
          <ActButton>{words.release}</ActButton>
        </ActForm>
        <ActForm act="close" about={about}>
          <ActButton name="closing" value="spam" isQuiet>
            {words.closeAsSpam}
          </ActButton>
        </ActForm>
      </div>
    </section>
  )
}
