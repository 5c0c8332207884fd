// Line breaks could add a header of an attacker's choice; direction marks could make a name read as another.
const UNSAFE = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]+/gu

/** Text that is safe in a subject, a name or an address line: one line, nothing invisible that changes its meaning. */
export function headerText(text: string): string {
  return text.replace(UNSAFE, ' ').replace(/ {2,}/g, ' ').trim()
}
