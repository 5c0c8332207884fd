type Props = { label: string; action: string }

/** Sends the answers the server already holds; the form itself carries nothing. */
export function SendButton({ label, action }: Props) {
  return (
    <form method="post" action={action}>
      <button type="submit" className="button">
        {label}
      </button>
    </form>
  )
}
