import { InboxFrame } from '#components/inbox/frame.tsx'
import { staff } from '#content/en/staff.ts'
import { clinic } from '#lib/clinic.ts'

const { again: words } = staff

export const metadata = { title: words.title }

/** The front server shows this page, with status 401, in answer to a form from somebody whose session is over. */
export default function AgainPage() {
  return (
    <InboxFrame clinicName={clinic().shortName} path="/staff/sign-in/again">
      <h1>{words.title}</h1>
      <p className="my-4 max-w-measure text-lead">{words.lead}</p>
      <div className="steps max-w-measure">
        <ol>
          {words.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </div>
      <p className="mt-8">
        <a className="button" href="/staff/sign-in" target="_blank" rel="noopener">
          {words.link}
        </a>
      </p>
    </InboxFrame>
  )
}
