import { inquiryWords } from '#content/en/inbox-inquiry.ts'
import { whenText } from '#lib/hours/when-text.ts'
import { type About, ActButton, ActForm } from './act-form.tsx'

type Props = { about: About; snoozedUntil: number | null; choices: number[]; timeZone: string }

const words = inquiryWords

/** Puts it aside until an hour at which somebody is there. */
export function SnoozeForm({ about, snoozedUntil, choices, timeZone }: Props) {
  return (
    <section aria-labelledby="snooze">
      <h2 id="snooze" className="text-h3">
        {words.snoozeTitle}
      </h2>
      <div className="mt-3 grid gap-3">
        {snoozedUntil !== null && (
          <ActForm act="wake" about={about}>
            <ActButton isQuiet>{words.wake}</ActButton>
          </ActForm>
        )}
        <ActForm act="snooze" about={about}>
          <div>
            <label htmlFor="until" className="font-bold">
              {words.snoozeLabel}
            </label>
            <select id="until" name="until" className="control mt-2">
              {choices.map((at) => (
                <option key={at} value={at}>
                  {whenText(at, timeZone)}
                </option>
              ))}
            </select>
          </div>
          <ActButton isQuiet>{words.snooze}</ActButton>
        </ActForm>
      </div>
    </section>
  )
}
