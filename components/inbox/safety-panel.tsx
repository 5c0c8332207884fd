import { inbox } from '#content/en/inbox.ts'
import { inquiryWords } from '#content/en/inbox-inquiry.ts'
import { filled } from '#content/en/staff.ts'
import type { Inquiry } from '#lib/inquiries/schema.ts'
import { languageText } from './reach-text.tsx'

type Props = { inquiry: Inquiry; callerPhone: string }

const words = inquiryWords

/** What may hurt somebody if it is overlooked. It stands before the number that can be called. */
export function SafetyPanel({ inquiry, callerPhone }: Props) {
  const { phone, email, language } = inquiry
  const isCareful = phone ? phone.voicemail === 'no' : true
  return (
    <section
      aria-labelledby="safety"
      className={`rounded-box border-4 bg-card p-4 sm:p-6 ${isCareful ? 'border-error' : 'border-teal'}`}
    >
      <h2 id="safety" className="font-heading text-h3 font-semibold">
        {words.safetyTitle}
      </h2>
      <ul className="mt-3 grid gap-2 text-lead">
        {phone ? <PhoneRules phone={phone} callerPhone={callerPhone} /> : <EmailRules />}
        {language.choice !== 'en' && <li>{filled(words.language, { language: languageText(language) })}</li>}
      </ul>
      <p className="mt-4">
        {phone && (
          <a className="button" href={`tel:${phone.e164}`}>
            {filled(words.call, { number: phone.typed })}
          </a>
        )}
        {email && <span className="font-bold [overflow-wrap:anywhere]">{email}</span>}
      </p>
    </section>
  )
}

function PhoneRules({ phone, callerPhone }: { phone: NonNullable<Inquiry['phone']>; callerPhone: string }) {
  return (
    <>
      {phone.voicemail === 'no' ? (
        <li className="font-bold text-error">{words.noVoicemail}</li>
      ) : (
        <li>
          {words.voicemail}
          <br />
          {filled(words.voicemailWords, { number: callerPhone })}
        </li>
      )}
      <li>
        {words.someoneElse} <strong>{phone.otherAnswers ? words[phone.otherAnswers] : words.unknownAnswer}</strong>
      </li>
      {phone.times.length > 0 && (
        <li>{filled(words.times, { times: phone.times.map((time) => inbox.times[time]).join(', ') })}</li>
      )}
    </>
  )
}

function EmailRules() {
  return (
    <>
      <li className="font-bold">{words.emailOnly}</li>
      <li>{words.emailNeutral}</li>
    </>
  )
}
