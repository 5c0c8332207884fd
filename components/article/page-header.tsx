type Props = { eyebrow?: string | undefined; title: string; lead: string }

export function PageHeader({ eyebrow, title, lead }: Props) {
  return (
    <header>
      {eyebrow && <p className="mb-1 text-sm font-bold text-teal">{eyebrow}</p>}
      <h1>{title}</h1>
      <p className="mt-4 text-lead">{lead}</p>
    </header>
  )
}
