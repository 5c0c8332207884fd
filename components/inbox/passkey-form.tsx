import type { ReactNode } from 'react'
import { staff } from '#content/en/staff.ts'

type Props = {
  action: string
  act: 'create' | 'get'
  /** What the browser must ask the passkey, as the server wrote it. */
  options: unknown
  button: string
  children?: ReactNode
}

const { passkey: words } = staff
const spoken = ['unsupported', 'stopped', 'known'] as const

/** A form whose answer comes from a passkey: the script asks for it, puts it in the hidden field and sends the form. */
export function PasskeyForm({ action, act, options, button, children }: Props) {
  return (
    <form
      method="post"
      action={action}
      data-passkey={act}
      data-options={JSON.stringify(options)}
      className="grid gap-4"
    >
      {children}
      <input type="hidden" name="answer" />
      <p>
        <button type="submit" className="button">
          {button}
        </button>
      </p>
      <p role="status" hidden data-says="asking">
        {words.asking}
      </p>
      {spoken.map((name) => (
        <p key={name} role="alert" hidden data-says={name} className="max-w-measure font-bold text-error">
          {words[name]}
        </p>
      ))}
      <noscript>
        <p className="max-w-measure font-bold text-error">{words.noScript}</p>
      </noscript>
    </form>
  )
}

/** Loads the one script. The hash in it must be that of the file, or the browser does not run it. */
export function PasskeyScript({ integrity }: { integrity: string }) {
  return <script src="/passkey.js" integrity={integrity} defer />
}
