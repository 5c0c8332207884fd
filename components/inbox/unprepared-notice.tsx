import { staff } from '#content/en/staff.ts'

const { passkeys: words } = staff

/** Says what is missing before the inbox opens; once nothing is, leads there. */
export function UnpreparedNotice({ isPrepared }: { isPrepared: boolean }) {
  if (isPrepared)
    return (
      <p className="mt-4">
        <a href="/staff">{words.openInbox}</a>
      </p>
    )
  return (
    <section className="mt-6 max-w-measure rounded-box border-l-4 border-amber bg-amber-tint px-4 py-3">
      <h2 className="font-text text-body font-bold">{words.unpreparedTitle}</h2>
      <p>{words.unprepared}</p>
    </section>
  )
}
