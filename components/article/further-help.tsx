import type { Article } from '#lib/articles/library.ts'
import { OutsideLink } from './outside-link.tsx'

export function FurtherHelp({ title, help }: { title: string; help: Article['furtherHelp'] }) {
  return (
    <section className="prose" aria-labelledby="page-help">
      <h2 id="page-help">{title}</h2>
      <ul>
        {help.map(({ label, url }) => (
          <li key={url}>
            <OutsideLink href={url}>{label}</OutsideLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
