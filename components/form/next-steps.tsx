import type { FormWords } from '#content/en/form.ts'
import { CallLink } from './emergency-note.tsx'
import { fillIn } from './fill-in.ts'

type Props = {
  words: FormWords
  channel: 'phone' | 'email'
  facts: { phone: string; callerPhone: string; hours: string; goal: string }
}

/** What the visitor can count on after sending, and what to do when it does not happen. */
export function NextSteps({ words, channel, facts }: Props) {
  const { sent, page } = words
  const steps = [sent.steps.read, sent.steps[channel], sent.steps.goal]

  return (
    <div className="prose mt-10">
      <h2>{sent.nextTitle}</h2>
      <ol>
        {steps.map((step) => (
          <li key={step}>{fillIn(step, facts)}</li>
        ))}
      </ol>
      <h2>{sent.lateTitle}</h2>
      <p>{fillIn(sent.late, facts)}</p>
      <p>
        {sent.crisis} <CallLink number={page.crisisNumber} />, {sent.crisisAfter}
      </p>
      <h2>{sent.keepTitle}</h2>
      <p>{sent.keep}</p>
      <p>{sent.shared}</p>
    </div>
  )
}
