import type { FormWords } from '#content/en/form.ts'
import { EmergencyNote } from './emergency-note.tsx'
import { fillIn } from './fill-in.ts'
import { SendButton } from './send-button.tsx'

type Props = { words: FormWords; reason: 'notSent' | 'wait'; phone: string; sendPath: string }

/** Says plainly that the clinic got nothing, and what the visitor can do now. */
export function NotSentNotice({ words, reason, phone, sendPath }: Props) {
  const { notSent } = words
  const { title, lead, kept, retry } = words[reason]

  return (
    <>
      <div className="rounded-box border-4 border-error bg-card p-5 sm:p-8">
        <h1>{title}</h1>
        <p className="mt-4 text-lead">{lead}</p>
        <p className="mt-4 mb-6">{kept}</p>
        <SendButton label={retry} action={sendPath} />
      </div>
      <h2 className="mt-12 mb-4">{notSent.callTitle}</h2>
      <p className="mb-6">{fillIn(notSent.call, { phone })}</p>
      <EmergencyNote words={words} />
    </>
  )
}
