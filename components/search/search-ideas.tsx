import { type Locale, messagesFor, pathFor } from '#lib/locale.ts'

export function SearchIdeas({ locale }: { locale: Locale }) {
  const words = messagesFor(locale).search

  return (
    <nav aria-labelledby="ideas">
      <h2 id="ideas" className="font-text text-body font-bold">
        {words.ideasTitle}
      </h2>
      <ul className="mt-2">
        {words.ideas.map(({ path, label }) => (
          <li key={path}>
            <a href={pathFor(locale, path)} className="inline-block py-1.5">
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
