import { families } from '#lib/evidence/family.ts'
import { type Choice, choicePath, chooseStudies } from '#lib/evidence/filter.ts'
import type { Study } from '#lib/evidence/library.ts'
import { substances } from '#lib/evidence/substance.ts'
import { type Locale, messagesFor, pathFor } from '#lib/locale.ts'

type Props = { locale: Locale; studies: Study[]; chosen: Choice }

/** Two rows of links, by drug and by kind; each keeps the other row's choice and says how many studies it shows. */
export function FilterLinks({ locale, studies, chosen }: Props) {
  const words = messagesFor(locale).evidence
  const rows = [
    {
      id: 'by-substance',
      title: words.filterSubstance,
      options: [
        { name: words.all, choice: { ...chosen, substance: undefined } },
        ...substances.map((substance) => ({ name: words.substances[substance], choice: { ...chosen, substance } })),
      ],
    },
    {
      id: 'by-family',
      title: words.filterFamily,
      options: [
        { name: words.all, choice: { ...chosen, family: undefined } },
        ...families.map((family) => ({ name: words.families[family], choice: { ...chosen, family } })),
      ],
    },
  ]

  return (
    <div className="flex flex-col gap-4 print:hidden">
      {rows.map(({ id, title, options }) => (
        <nav key={id} aria-labelledby={id}>
          <p id={id} className="text-sm font-bold">
            {title}
          </p>
          <ul className="mt-1 flex flex-wrap gap-x-2 text-sm">
            {options.map(({ name, choice }) => {
              const count = chooseStudies(studies, choice).length
              const path = choicePath(choice)
              if (count === 0) return null
              return (
                <li key={path}>
                  <a
                    href={pathFor(locale, path)}
                    aria-current={path === choicePath(chosen) ? 'true' : undefined}
                    className="chip"
                  >
                    {name} ({count})
                  </a>
                </li>
              )
            })}
          </ul>
        </nav>
      ))}
    </div>
  )
}
