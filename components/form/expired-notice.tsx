import type { FormWords } from '#content/en/form.ts'

/** For a visitor whose answers are gone: says what that means for a message they may have sent. */
export function ExpiredNotice({ words, formPath }: { words: FormWords; formPath: string }) {
  const { expired } = words

  return (
    <div className="prose max-w-measure">
      <h1>{expired.title}</h1>
      <p className="text-lead">{expired.lead}</p>
      <p>{expired.sent}</p>
      <p>{expired.notSent}</p>
      <p className="text-ink-2">{expired.cookies}</p>
      <p>
        <a href={formPath} className="button">
          {expired.again}
        </a>
      </p>
    </div>
  )
}
