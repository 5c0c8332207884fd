import type { FormWords } from '#content/en/form.ts'

/** Tells a visitor who comes back after sending that the first message is safe. */
export function SentEarlier({ words, sentPath }: { words: FormWords; sentPath: string }) {
  return (
    <p className="mb-4 rounded-box bg-teal-tint p-5">
      {words.page.alreadySent} <a href={sentPath}>{words.page.alreadySentLink}</a>
    </p>
  )
}
