import { inquiryWords } from '#content/en/inbox-inquiry.ts'
import { NOTE_LENGTH_MAX } from '#lib/inbox/attempt.ts'
import { type About, ActButton, ActForm } from './act-form.tsx'

const words = inquiryWords

export function NoteForm({ about }: { about: About }) {
  return (
    <div className="mt-3 mb-6 print:hidden">
      <ActForm act="note" about={about}>
        <div className="w-full">
          <label htmlFor="note" className="font-bold">
            {words.noteLabel}
          </label>
          <p id="note-hint" className="text-sm text-ink-2">
            {words.noteHint}
          </p>
          <textarea
            id="note"
            name="note"
            rows={3}
            maxLength={NOTE_LENGTH_MAX}
            className="control mt-2"
            aria-describedby="note-hint"
          />
        </div>
        <ActButton isQuiet>{words.noteButton}</ActButton>
      </ActForm>
    </div>
  )
}
