import { filled, staff } from '#content/en/staff.ts'
import { MINUTE_MS } from '#lib/duration.ts'

type Props = { name: string; url: string; expiresAt: number; now: number }

const { people: words } = staff

/** A link that was just made. It is text and no link, because the manager must not open it. */
export function NewLink({ name, url, expiresAt, now }: Props) {
  const minutes = Math.ceil((expiresAt - now) / MINUTE_MS)
  return (
    <section className="mb-8 max-w-170 rounded-box border border-input bg-card px-4 py-3">
      <h2 className="font-text text-body font-bold">{filled(words.newLinkTitle, { name })}</h2>
      <p>{filled(words.newLink, { minutes })}</p>
      <p className="mt-2 font-bold">{url}</p>
    </section>
  )
}
