import { decodeClientDataJSON } from '@simplewebauthn/server/helpers'
import { z } from 'zod'

// Where a browser cannot write base64url, the script writes plain base64, which says the same.
const text = z
  .string()
  .regex(/^[\w+/=-]+$/)
  .max(12_000)
  .transform((written) => Buffer.from(written, 'base64').toString('base64url'))
const shared = {
  id: text,
  rawId: text,
  type: z.literal('public-key'),
  clientExtensionResults: z.record(z.string(), z.unknown()).default({}),
}

const assertion = z.object({
  ...shared,
  response: z.object({ clientDataJSON: text, authenticatorData: text, signature: text, userHandle: text.nullish() }),
})
const registration = z.object({
  ...shared,
  response: z.object({
    clientDataJSON: text,
    attestationObject: text,
    transports: z.array(z.string().max(20)).max(10).optional(),
  }),
})

export type Assertion = z.output<typeof assertion>
export type Registration = z.output<typeof registration>

/** Reads what the browser put in the form; nothing when it is not what a passkey answers. */
export const readAssertion = (typed: string): Assertion | undefined => parsed(assertion, typed)
export const readRegistration = (typed: string): Registration | undefined => parsed(registration, typed)

/** The challenge that a passkey says it answered. */
export function challengeIn({ response }: Assertion | Registration): string {
  try {
    return String(decodeClientDataJSON(response.clientDataJSON).challenge)
  } catch {
    return ''
  }
}

function parsed<Answer>(schema: z.ZodType<Answer>, typed: string): Answer | undefined {
  try {
    return schema.safeParse(JSON.parse(typed)).data
  } catch {
    return undefined
  }
}
