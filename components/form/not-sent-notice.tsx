import type { FormWords } from '#content/en/form.ts'
import { EmergencyNote } from './emergency-note.tsx'
import { fillIn } from './fill-in.ts'
import { SendButton } from './send-button.tsx'

type Props = { words: FormWords; phone: string; sendPath: string }

/** Says plainly that the clinic got nothing, and what the visitor can do now. */
export function NotSentNotice({ words, phone, sendPath }: Props) {
  const { notSent } = words

  return (
    <>
      <div className="rounded-box border-4 border-error bg-card p-5 sm:p-8">
        <h1>{notSent.title}</h1>
        <p className="mt-4 text-lead">{notSent.lead}</p>
        <p className="mt-4 mb-6">{notSent.kept}</p>
        <SendButton label={notSent.retry} action={sendPath} />
      </div>
      <h2 className="mt-12 mb-4">{notSent.callTitle}</h2>
      <p className="mb-6">{fillIn(notSent.call, { phone })}</p>
      <EmergencyNote words={words} />
    </>
  )
}
