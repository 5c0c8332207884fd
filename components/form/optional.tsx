import type { FormWords } from '#content/en/form.ts'

export function Optional({ words }: { words: FormWords }) {
  return <span className="font-[400] text-ink-2"> {words.page.optional}</span>
}
