import type { ReactNode } from 'react'
import { termOf } from '#lib/articles/glossary.ts'
import { type Locale, messagesFor, pathFor } from '#lib/locale.ts'

type Props = {
  locale: Locale
  id: string
  /** Only the first time a page explains a word does it carry the explanation; later ones open the same. */
  isFirst: (id: string) => boolean
  children: ReactNode
}

/**
 * A word that opens its meaning where it stands, without a script.
 *
 * Browsers from before 2024 know no popover and print no hidden text: there the meaning follows in brackets.
 */
export function Term({ locale, id, isFirst, children }: Props) {
  const { term, definition } = termOf(locale, id)
  const words = messagesFor(locale).glossary

  return (
    <>
      <button type="button" popoverTarget={`term-${id}`} className="term">
        {children}
      </button>
      {isFirst(id) && (
        <span popover="auto" id={`term-${id}`} role="note" className="meaning">
          <b>{term}</b>
          {definition}
          <a href={`${pathFor(locale, '/glossary')}#${id}`}>{words.all}</a>
        </span>
      )}
    </>
  )
}
