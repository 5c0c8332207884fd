type Props = { action: string; label: string; fullLabel: string; fields: Record<string, string> }

/** A small button beside an entry of a list; read aloud, it says which entry it is about. */
export function RowButton({ action, label, fullLabel, fields }: Props) {
  return (
    <form method="post" action={action}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className="chip cursor-pointer" aria-label={fullLabel}>
        {label}
      </button>
    </form>
  )
}
