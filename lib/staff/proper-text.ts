/** A name or a label as people can compare it: one line, single spaces, nothing invisible, no longer than it may be. */
export function properText(typed: string, lengthMax: number): string {
  return [...typed.replace(/[\p{C}\s]+/gu, ' ').trim()].slice(0, lengthMax).join('')
}
