// Contacts copied from a phone carry these marks around the number; in a name they could turn an e-mail's words around.
const DIRECTION_MARKS = /[\u202A-\u202E\u2066-\u2069\uFEFF]/g
const CONTROLS_IN_LINE = /\p{Cc}/u
const CONTROLS_IN_TEXT = /[^\P{Cc}\n\t]/u

/** What was typed, in one spelling: composed, trimmed, with plain line ends. */
export function tidyText(typed: string): string {
  return typed.toWellFormed().replace(/\r\n?/g, '\n').replace(DIRECTION_MARKS, '').normalize('NFC').trim()
}

export function isReadableLine(text: string): boolean {
  return !CONTROLS_IN_LINE.test(text)
}

export function isReadableText(text: string): boolean {
  return !CONTROLS_IN_TEXT.test(text)
}

/** How many characters a person would say it has, counting an emoji outside the basic plane once. */
export function countCharacters(text: string): number {
  return [...text].length
}
