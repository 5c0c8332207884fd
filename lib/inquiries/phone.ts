import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** The number to dial, or undefined when nobody could be reached on it. A number without a country is read as one of the US. */
export function readPhoneNumber(typed: string): string | undefined {
  const number = parsePhoneNumberFromString(typed, 'US')
  return number?.isValid() ? number.number : undefined
}
