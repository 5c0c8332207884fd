import type { Field, FormWords } from '#content/en/form.ts'

type Props = { words: FormWords; problems: Partial<Record<Field, string>> }

const PROBLEMS_ID = 'problems'

/**
 * Lists every problem above the form, each linked to its field.
 *
 * The answer to a rejected form ends in `#problems`, which moves the focus here without a script. The `alert`
 * role sits on an inner element: on the focused element itself some screen readers announce the focus and
 * drop the alert.
 */
export function ErrorSummary({ words, problems }: Props) {
  const found = Object.entries(problems)
  if (found.length === 0) return null

  return (
    <section
      id={PROBLEMS_ID}
      tabIndex={-1}
      aria-labelledby="problems-title"
      className="problems mb-8 rounded-box border-4 border-error bg-card p-5 sm:p-6"
    >
      <div role="alert">
        <h2 id="problems-title" className="font-text text-h3 font-bold">
          {words.problems.title}
        </h2>
        <ul className="mt-3 grid gap-2">
          {found.map(([field, problem]) => (
            <li key={field}>
              <a href={`#${field}`} className="font-bold text-error visited:text-error">
                {problem}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
