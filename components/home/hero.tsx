type Props = { question: string; answer: string; lead: string }

export function Hero({ question, answer, lead }: Props) {
  return (
    <div>
      <h1 className="text-display leading-[1.08]">
        {question} <span className="block text-teal">{answer}</span>
      </h1>
      <p className="mt-6 max-w-measure text-lead">{lead}</p>
    </div>
  )
}
