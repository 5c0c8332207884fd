import { filled, staff } from '#content/en/staff.ts'
import { agoText } from './ago.ts'
import { RowButton } from './row-button.tsx'

type Passkey = { id: string; label: string; createdAt: number; usedAt: number | null }
type Props = { passkeys: Passkey[]; now: number; canChange: boolean }

const { passkeys: words } = staff

export function PasskeyList({ passkeys, now, canChange }: Props) {
  return (
    <ul className="max-w-170">
      {passkeys.map(({ id, label, createdAt, usedAt }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-6 gap-y-2 border-t border-line py-3">
          <p className="flex-auto">
            <b>{label}</b>{' '}
            <span className="block text-sm text-ink-2">
              {filled(words.added, { ago: agoText(createdAt, now) })},{' '}
              {usedAt === null ? words.unused : filled(words.used, { ago: agoText(usedAt, now) })}
            </span>
          </p>
          {canChange && (
            <RowButton
              action="/staff/passkeys/remove"
              label={words.remove}
              fullLabel={filled(words.removeLabel, { label })}
              fields={{ id }}
            />
          )}
        </li>
      ))}
    </ul>
  )
}
