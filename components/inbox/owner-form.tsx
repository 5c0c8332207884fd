import { inquiryWords } from '#content/en/inbox-inquiry.ts'
import { filled } from '#content/en/staff.ts'
import { type About, ActButton, ActForm } from './act-form.tsx'

type Person = { id: string; name: string }
type Props = { about: About; owner: Person | null; ownId: string; people: Person[] }

const words = inquiryWords

/** Who looks after this person, so that nobody calls twice and nobody thinks somebody else did. */
export function OwnerForm({ about, owner, ownId, people }: Props) {
  const others = people.filter(({ id }) => id !== ownId && id !== owner?.id)
  return (
    <section aria-labelledby="owner">
      <h2 id="owner" className="text-h3">
        {words.ownerTitle}
      </h2>
      <p className="my-3">{owner ? filled(words.ownerNow, { name: owner.name }) : words.ownerNobody}</p>
      <div className="grid gap-3">
        {owner?.id === ownId ? (
          <ActForm act="give-back" about={about}>
            <ActButton isQuiet>{words.giveBack}</ActButton>
          </ActForm>
        ) : (
          <ActForm act="take" about={about}>
            <ActButton isQuiet>{words.take}</ActButton>
          </ActForm>
        )}
        {others.length > 0 && (
          <ActForm act="give" about={about}>
            <div>
              <label htmlFor="to" className="font-bold">
                {words.giveTo}
              </label>
              <select id="to" name="to" className="control mt-2">
                {others.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </div>
            <ActButton isQuiet>{words.give}</ActButton>
          </ActForm>
        )}
      </div>
    </section>
  )
}
