import { managerWords } from '#content/en/inbox-manager.ts'

const { export: words } = managerWords

export function ExportForm() {
  return (
    <form method="post" action="/staff/export/period" className="grid max-w-100 gap-4">
      {(['from', 'until'] as const).map((name) => (
        <div key={name}>
          <label htmlFor={name} className="font-bold">
            {words[name]}
          </label>
          <input id={name} name={name} type="date" required className="control mt-2" />
        </div>
      ))}
      <p className="text-sm text-ink-2">{words.audited}</p>
      <p>
        <button type="submit" className="button">
          {words.button}
        </button>
      </p>
    </form>
  )
}
