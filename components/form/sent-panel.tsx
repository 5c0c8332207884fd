import type { FormWords } from '#content/en/form.ts'
import { fillIn } from './fill-in.ts'

type Props = { words: FormWords; reference: string; received: string }

export function SentPanel({ words, reference, received }: Props) {
  const { sent } = words

  return (
    <div className="rounded-box border-2 border-ok bg-teal-tint p-6 sm:p-10">
      <h1 className="text-ok">{sent.title}</h1>
      <p className="mt-6">{sent.reference}</p>
      <p className="text-h1 font-bold leading-tight tracking-wide">{reference}</p>
      <p className="mt-4 text-ink-2">{fillIn(sent.received, { time: received })}</p>
    </div>
  )
}
