/** Something an author must fix (fail) or should look at (warn), where it is, and what to do. */
export type Problem = { level: 'fail' | 'warn'; path: string; line: number; excerpt?: string; message: string }

const EXCERPT_LENGTH_MAX = 160

/** One problem as an editor can click it: file:line "the sentence" what to do. */
export function describeProblem({ level, path, line, excerpt, message }: Problem): string {
  const quote = excerpt ? `  "${shorten(excerpt)}"` : ''
  return `${path}:${line}${quote}  ${level === 'warn' ? 'Warning: ' : ''}${message}`
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= EXCERPT_LENGTH_MAX ? line : `${line.slice(0, EXCERPT_LENGTH_MAX)}…`
}
