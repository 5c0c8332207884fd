import { inbox } from '#content/en/inbox.ts'
import type { Reach } from '#lib/inbox/row.ts'

const words = inbox.reach

/** How to reach somebody, with what must not be done in words, so that it survives any screen. */
export function ReachText({ reach }: { reach: Reach | null }) {
  if (!reach) return <strong className="text-error">{words.unopenable}</strong>
  const language = reach.language.choice === 'en' ? undefined : languageText(reach.language)
  return (
    <>
      {words[reach.channel]}
      {reach.voicemail === 'no' && (
        <>
          {' '}
          <strong className="inline-block rounded-box border-2 border-error px-2 leading-snug text-error">
            {words.noVoicemail}
          </strong>
        </>
      )}
      {reach.voicemail === 'yes' && (
        <>
          <br />
          <span className="text-ink-2">{words.voicemail}</span>
        </>
      )}
      {language && (
        <>
          <br />
          {language}
        </>
      )}
    </>
  )
}

export function languageText({ choice, other }: Reach['language']): string {
  return choice === 'other' ? (other ?? inbox.languages.other) : inbox.languages[choice]
}
