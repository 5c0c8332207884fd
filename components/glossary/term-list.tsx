import type { Term } from '#lib/articles/glossary.ts'
import { type Locale, messagesFor } from '#lib/locale.ts'

type Props = { locale: Locale; terms: Term[] }

/** Words from A to Z under their letters, with links to each letter that has one. */
export function TermList({ locale, terms }: Props) {
  const words = messagesFor(locale).glossary
  const letters = [...new Set(terms.map(letterOf))]

  return (
    <>
      <nav aria-label={words.letters} className="print:hidden">
        <ul className="flex flex-wrap">
          {letters.map((letter) => (
            <li key={letter}>
              <a href={`#letter-${letter}`} className="inline-block min-w-9 py-1 font-bold">
                {letter}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {letters.map((letter) => (
        <section key={letter} aria-labelledby={`letter-${letter}`}>
          <h2 id={`letter-${letter}`} className="border-b border-line">
            {letter}
          </h2>
          <dl>
            {terms
              .filter((term) => letterOf(term) === letter)
              .map(({ id, term, definition }) => (
                <div key={id} id={id} className="py-3 target:bg-amber-tint">
                  <dt className="font-bold">{term}</dt>
                  <dd>{definition}</dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </>
  )
}

const letterOf = ({ term }: Term) => term.charAt(0).toUpperCase()
