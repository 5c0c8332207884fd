import { inquiryWords } from '#content/en/inbox-inquiry.ts'
import { filled } from '#content/en/staff.ts'

type Props = { viewing: string[]; sameSender: string[]; isUnopenable: boolean }

const words = inquiryWords
const names = new Intl.ListFormat('en')

/** What a reader would want to know before doing anything. */
export function Unusual({ viewing, sameSender, isUnopenable }: Props) {
  return (
    <>
      {viewing.length > 0 && (
        <p className="my-3 border-l-4 border-amber pl-3 font-bold print:hidden">
          {filled(words.viewing, { names: names.format(viewing) })}
        </p>
      )}
      {isUnopenable && (
        <p role="alert" className="my-3 max-w-measure border-l-4 border-error pl-3 font-bold">
          {words.unopenable}
        </p>
      )}
      {sameSender.length > 0 && (
        <p className="my-3 border-l-4 border-line pl-3">
          {words.sameSender}{' '}
          {sameSender.map((reference, place) => (
            <span key={reference}>
              {place > 0 && ', '}
              <a href={`/staff/inquiries/${reference}`} className="whitespace-nowrap">
                {reference}
              </a>
            </span>
          ))}
        </p>
      )}
    </>
  )
}
