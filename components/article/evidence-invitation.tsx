import { type Locale, messagesFor, pathFor } from '#lib/locale.ts'

/** The way from what we write to what we read. */
export function EvidenceInvitation({ locale }: { locale: Locale }) {
  const { path, label, text } = messagesFor(locale).articles.evidence

  return (
    <p className="rounded-box bg-teal-tint p-4 sm:p-6 print:border">
      <a className="text-lead font-bold" href={pathFor(locale, path)}>
        {label}
      </a>
      <span className="mt-1 block">{text}</span>
    </p>
  )
}
