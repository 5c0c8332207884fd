import { isKnown } from '#lib/evidence/known-field.ts'
import type { Study } from '#lib/evidence/library.ts'
import { type Locale, messagesFor } from '#lib/locale.ts'

type Props = { locale: Locale; study: Study; href: string }

/** Whose numbers a figure shows: how many people, for how long, and who paid. */
export function FigureSource({ locale, study, href }: Props) {
  const words = messagesFor(locale).figure
  const facts = [
    isKnown(study, 'participants') && `${study.participants} ${words.people}.`,
    isKnown(study, 'followUp') && `${words.followUp} ${study.followUp}.`,
    isKnown(study, 'funding') ? `${study.funding}.` : words.funderUnknown,
  ]

  return (
    <p className="text-ink-2">
      <a href={href}>{study.shortName}</a>. {facts.filter(Boolean).join(' ')}
    </p>
  )
}
