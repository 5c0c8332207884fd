import { inboxSaidWords } from '#content/en/inbox.ts'
import { saidWords } from '#content/en/staff.ts'

/** One sentence about what was just done, named by the address. */
export function Notice({ said }: { said: string | undefined }) {
  const words = inboxSaidWords(said) ?? saidWords(said)
  if (!words) return null
  return (
    <p role="status" className="mb-6 max-w-measure rounded-box border border-input bg-card px-4 py-3 font-bold">
      {words}
    </p>
  )
}
