import type { Article } from '#lib/articles/library.ts'
import { OutsideLink } from './outside-link.tsx'

export function FurtherHelp({ title, help }: { title: string; help: Article['furtherHelp'] }) {
  return (
    <section aria-labelledby="page-help">
      <h2 id="page-help">{title}</h2>
      <ul className="mt-4 list-disc flex flex-col gap-2 ps-[1.25em]">
        {help.map(({ label, url }) => (
          <li key={url}>
            <OutsideLink href={url}>{label}</OutsideLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
