import type { FormWords } from '#content/en/form.ts'

export function EmergencyNote({ words }: { words: FormWords }) {
  const { emergencyTitle, emergencyText, danger, dangerNumber, crisis, crisisNumber } = words.page

  return (
    <div className="rounded-box border-l-4 border-amber bg-amber-tint p-5">
      <p>
        <strong>{emergencyTitle}</strong> {emergencyText}
      </p>
      <p className="mt-2">
        {danger} <CallLink number={dangerNumber} />. {crisis} <CallLink number={crisisNumber} />.
      </p>
    </div>
  )
}

export function CallLink({ number }: { number: string }) {
  return (
    <a href={`tel:${number}`} className="font-bold">
      {number}
    </a>
  )
}
