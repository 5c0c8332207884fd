import { inbox } from '#content/en/inbox.ts'
import { inquiryWords } from '#content/en/inbox-inquiry.ts'
import { filled } from '#content/en/staff.ts'
import { whenText } from '#lib/hours/when-text.ts'
import type { HistoryLine } from '#lib/inbox/history.ts'

const words = inquiryWords

/** What happened, newest first. */
export function History({ lines, timeZone }: { lines: HistoryLine[]; timeZone: string }) {
  if (lines.length === 0) return <p className="mt-3 text-ink-2">{words.noHistory}</p>
  return (
    <ol className="mt-3 grid gap-3">
      {lines.map((line) => (
        <li key={line.id} className="border-l-4 border-line pl-3">
          <p className="text-sm text-ink-2">
            {whenText(line.at, timeZone)} {line.by ? filled(words.by, { name: line.by }) : words.itself}
          </p>
          <p className="whitespace-pre-line">{sentenceOf(line, timeZone)}</p>
        </li>
      ))}
    </ol>
  )
}

function sentenceOf({ kind, detail, note, isUnopenable }: HistoryLine, timeZone: string): string {
  if (isUnopenable) return words.noteUnopenable
  if (note !== null) return note
  const sentence = Object.hasOwn(words.events, kind) ? words.events[kind as keyof typeof words.events] : kind
  return filled(sentence, { detail: detailText(kind, detail, timeZone) })
}

function detailText(kind: string, detail: string, timeZone: string): string {
  if (kind === 'snoozed') return whenText(Number(detail), timeZone)
  if (kind === 'closed' && Object.hasOwn(inbox.statuses, detail))
    return inbox.statuses[detail as keyof typeof inbox.statuses]
  return detail
}
