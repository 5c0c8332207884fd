import { inquiryWords } from '#content/en/inbox-inquiry.ts'
import { staff } from '#content/en/staff.ts'
import type { InboxRow } from '#lib/inbox/row.ts'
import { type About, ActButton, ActForm } from './act-form.tsx'
import { MailText } from './mail-text.tsx'

type Props = { about: About; row: InboxRow; isSteppedUp: boolean; isManager: boolean }

const words = inquiryWords

/** What is seldom wanted, behind one click: the e-mail once more, a copy, and the end. */
export function RareForm({ about, row, isSteppedUp, isManager }: Props) {
  return (
    <section aria-labelledby="mail">
      <h2 id="mail" className="text-h3">
        {words.mailTitle}
      </h2>
      <p className="my-3">
        <MailText mail={row.mail} />
      </p>
      <details>
        <summary>{words.moreTitle}</summary>
        <div className="mt-3 grid gap-6">
          <ActForm act="send-again" about={about}>
            <ActButton isQuiet>{words.sendAgain}</ActButton>
          </ActForm>
          {!isSteppedUp && (
            <p>
              {staff.passkeys.confirmFirst} <a href={`/staff/confirm/${about.reference}`}>{staff.passkeys.confirm}</a>
            </p>
          )}
          {isSteppedUp && isManager && (
            <form method="post" action="/staff/export/inquiry">
              <input type="hidden" name="reference" value={about.reference} />
              <ActButton isQuiet>{words.export}</ActButton>
            </form>
          )}
          {isSteppedUp && (
            <ActForm act="delete" about={about}>
              <div>
                <label htmlFor="confirmation" className="font-bold">
                  {words.deleteConfirm}
                </label>
                <p id="delete-hint" className="text-sm text-ink-2">
                  {words.deleteHint}
                </p>
                <input
                  id="confirmation"
                  name="confirmation"
                  type="text"
                  autoComplete="off"
                  spellCheck={false}
                  className="control mt-2"
                  aria-describedby="delete-hint"
                />
              </div>
              <ActButton isQuiet>{words.delete}</ActButton>
            </ActForm>
          )}
        </div>
      </details>
    </section>
  )
}
