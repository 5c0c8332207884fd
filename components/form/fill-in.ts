/** Puts facts into a sentence: `{days}` becomes the fact named days. */
export function fillIn(sentence: string, facts: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? '')
}
