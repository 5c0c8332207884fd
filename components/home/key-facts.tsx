import { type Locale, pathFor } from '#lib/locale.ts'

type Fact = { path: string; label: string; text: string; link: string }
type Props = { locale: Locale; title: string; facts: Fact[] }

export function KeyFacts({ locale, title, facts }: Props) {
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{title}</h2>
      <div className="mt-6 grid gap-8 lg:grid-cols-3 lg:gap-6">
        {facts.map(({ path, label, text, link }) => (
          <div key={label} className="border-t-[3px] border-teal pt-4">
            <h3>{label}</h3>
            <p className="mt-2 mb-3">{text}</p>
            <a href={pathFor(locale, path)}>{link}</a>
          </div>
        ))}
      </div>
    </section>
  )
}
