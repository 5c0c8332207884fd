export function Hero({ headline, answer }: { headline: string; answer: string }) {
  return (
    <div className="max-w-[60rem]">
      <h1 className="text-display leading-[1.06]">{headline}</h1>
      <p className="mt-6 max-w-measure text-lead leading-normal">{answer}</p>
    </div>
  )
}
