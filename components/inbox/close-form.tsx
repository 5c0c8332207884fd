import { inquiryWords } from '#content/en/inbox-inquiry.ts'
import { closings } from '#lib/inbox/attempt.ts'
import { type About, ActButton, ActForm } from './act-form.tsx'

const words = inquiryWords

export function CloseForm({ about, isClosed }: { about: About; isClosed: boolean }) {
  return (
    <section aria-labelledby="close">
      <h2 id="close" className="text-h3">
        {words.closeTitle}
      </h2>
      <div className="mt-3">
        {isClosed ? (
          <ActForm act="reopen" about={about}>
            <ActButton isQuiet>{words.reopen}</ActButton>
          </ActForm>
        ) : (
          <ActForm act="close" about={about}>
            <div>
              <label htmlFor="closing" className="font-bold">
                {words.closeLabel}
              </label>
              <select id="closing" name="closing" className="control mt-2">
                {closings.map((closing) => (
                  <option key={closing} value={closing}>
                    {words.closings[closing]}
                  </option>
                ))}
              </select>
            </div>
            <ActButton isQuiet>{words.close}</ActButton>
          </ActForm>
        )}
      </div>
    </section>
  )
}
