import type { FormWords } from '#content/en/form.ts'

export function Optional({ words }: { words: FormWords }) {
  return <span className="font-normal text-ink-2"> {words.page.optional}</span>
}
