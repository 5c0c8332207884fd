import type { FormWords } from '#content/en/form.ts'
import { fillIn } from './fill-in.ts'

type Props = { words: FormWords; days: string; noticePath: string }

/** What sending means, right above the button that sends. */
export function PrivacyLine({ words, days, noticePath }: Props) {
  return (
    <p className="max-w-measure text-ink-2">
      {fillIn(words.privacy.text, { days })} <a href={noticePath}>{words.privacy.link}</a>.
    </p>
  )
}
