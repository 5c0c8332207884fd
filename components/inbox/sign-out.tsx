export function SignOut({ label }: { label: string }) {
  return (
    <form method="post" action="/staff/sign-out">
      <button type="submit" className="cursor-pointer text-link underline">
        {label}
      </button>
    </form>
  )
}
