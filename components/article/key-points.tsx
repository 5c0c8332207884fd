type Props = { title: string; points: string[] }

export function KeyPoints({ title, points }: Props) {
  return (
    <section aria-labelledby="page-key-points" className="prose rounded-box bg-teal-tint p-4 sm:p-6 print:border">
      <h2 id="page-key-points" className="font-text text-h3 font-bold">
        {title}
      </h2>
      <ul className="mt-2">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </section>
  )
}
