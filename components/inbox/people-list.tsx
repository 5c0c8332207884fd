import { filled, staff } from '#content/en/staff.ts'
import { agoText } from './ago.ts'
import { RowButton } from './row-button.tsx'

type Person = {
  id: string
  name: string
  role: 'staff' | 'manager'
  disabledAt: number | null
  isBelieved: boolean
  passkeys: number
  seenAt: number | null
}

const { people: words } = staff

export function PeopleList({ people, ownId, now }: { people: Person[]; ownId: string; now: number }) {
  return (
    <ul className="max-w-170">
      {people.map((person) => {
        const { id, name } = person
        return (
          <li key={id} className="flex flex-wrap items-center gap-x-6 gap-y-2 border-t border-line py-3">
            <p className="flex-auto">
              <b>{name}</b>
              {id === ownId && ` (${words.you})`}
              <span className="block text-sm text-ink-2">
                {words.roles[person.role]}. {stateText(person, now)}.
              </span>
            </p>
            {id !== ownId && person.disabledAt === null && (
              <div className="flex flex-wrap gap-2">
                {person.isBelieved && (
                  <RowButton
                    action="/staff/people/link"
                    label={words.link}
                    fullLabel={filled(words.linkLabel, { name })}
                    fields={{ id }}
                  />
                )}
                <RowButton
                  action="/staff/people/disable"
                  label={words.disable}
                  fullLabel={filled(words.disableLabel, { name })}
                  fields={{ id }}
                />
              </div>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function stateText({ disabledAt, isBelieved, passkeys, seenAt }: Person, now: number): string {
  if (disabledAt !== null) return words.disabled
  if (!isBelieved) return words.notBelieved
  if (passkeys === 0) return words.notEnrolled
  const held = passkeys === 1 ? words.enrolled.one : filled(words.enrolled.many, { count: passkeys })
  return seenAt === null ? held : `${held}, ${filled(words.seen, { ago: agoText(seenAt, now) })}`
}
