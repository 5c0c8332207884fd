import type { Article } from '#lib/articles/library.ts'

export function FurtherHelp({ title, help }: { title: string; help: Article['furtherHelp'] }) {
  return (
    <section className="prose" aria-labelledby="page-help">
      <h2 id="page-help">{title}</h2>
      <ul>
        {help.map(({ label, url }) => (
          <li key={url}>
            <a href={url}>{label}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
