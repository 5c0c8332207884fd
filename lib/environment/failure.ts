/** One sentence that names the variable and says what to do. Never holds a value that may be secret. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError'
}

/** Reads something a variable stands for; whatever goes wrong becomes one sentence about that variable. */
export function named<Thing>(variable: string, rule: string, read: () => Thing): Thing {
  try {
    return read()
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    throw new EnvironmentError(`${variable} ${rule}${code ? ` (${code})` : ''}.`)
  }
}
