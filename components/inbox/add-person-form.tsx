import { staff } from '#content/en/staff.ts'
import { TypedField } from './typed-field.tsx'

const { people: words } = staff
const roles = ['staff', 'manager'] as const

export function AddPersonForm({ nameLengthMax }: { nameLengthMax: number }) {
  return (
    <section className="mt-12">
      <h2>{words.addTitle}</h2>
      <form method="post" action="/staff/people/add" className="mt-4 grid gap-4">
        <TypedField name="name" label={words.nameLabel} autoComplete="off" maxLength={nameLengthMax} required />
        <fieldset>
          <legend className="font-bold">{words.roleLabel}</legend>
          {roles.map((role) => (
            <label key={role} className="choice">
              <input type="radio" name="role" value={role} defaultChecked={role === 'staff'} />
              <span>
                {words.roles[role]} <span className="block text-sm text-ink-2">{words.roleHints[role]}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <p>
          <button type="submit" className="button">
            {words.addButton}
          </button>
        </p>
      </form>
    </section>
  )
}
