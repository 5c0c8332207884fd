import { filled, staff } from '#content/en/staff.ts'
import { agoText } from './ago.ts'
import { RowButton } from './row-button.tsx'

type Session = { id: string; device: string; createdAt: number; seenAt: number; isThis: boolean }

const { sessions: words } = staff

export function SessionList({ sessions, now }: { sessions: Session[]; now: number }) {
  return (
    <ul className="max-w-170">
      {sessions.map(({ id, device, createdAt, seenAt, isThis }) => {
        const ago = agoText(createdAt, now)
        return (
          <li key={id} className="flex flex-wrap items-center gap-x-6 gap-y-2 border-t border-line py-3">
            <p className="flex-auto">
              <b>{device}</b> {isThis && <span className="text-ok">({words.this})</span>}
              <span className="block text-sm text-ink-2">
                {filled(words.signedIn, { ago })}, {filled(words.seen, { ago: agoText(seenAt, now) })}
              </span>
            </p>
            {!isThis && (
              <RowButton
                action="/staff/sessions/end"
                label={words.end}
                fullLabel={filled(words.endLabel, { device, ago })}
                fields={{ which: id }}
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}
