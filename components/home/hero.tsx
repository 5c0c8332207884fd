import { type Locale, pathFor } from '#lib/locale.ts'

type Props = {
  locale: Locale
  question: string
  answer: string
  lead: string
  more: { path: string; label: string }
}

export function Hero({ locale, question, answer, lead, more }: Props) {
  return (
    <div>
      <h1 className="text-display leading-[1.08]">
        {question} <span className="block text-teal">{answer}</span>
      </h1>
      <p className="mt-6 max-w-measure text-lead">{lead}</p>
      <p className="mt-4">
        <a href={pathFor(locale, more.path)}>{more.label}</a>
      </p>
    </div>
  )
}
