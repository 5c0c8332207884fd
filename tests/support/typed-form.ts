type Typed = Record<string, string | string[]>

const byPhone = { about: 'me', name: 'Sam', channel: 'phone', phone: '305-555-0134', voicemail: 'no' }
const byEmail = { about: 'someone', name: 'Ana', channel: 'email', email: 'ana@example.com' }

/** A form as a browser sends it. */
export function formOf(typed: Typed): FormData {
  const form = new FormData()
  for (const [field, values] of Object.entries(typed)) {
    for (const value of [values].flat()) form.append(field, value)
  }
  return form
}

/** A form that asks for a call and has nothing wrong with it, but for what is given here. */
export const phoneForm = (typed: Typed = {}) => formOf({ ...byPhone, ...typed })

/** A form that asks for an e-mail and has nothing wrong with it, but for what is given here. */
export const emailForm = (typed: Typed = {}) => formOf({ ...byEmail, ...typed })
