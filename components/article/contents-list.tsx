type Props = { title: string; sections: { id: string; text: string }[] }

export function ContentsList({ title, sections }: Props) {
  return (
    <nav
      aria-labelledby="page-contents"
      className="mt-8 menu border-s-2 border-line ps-4 text-sm leading-snug text-ink-2 lg:sticky lg:top-8 lg:col-start-2 lg:row-span-2 lg:row-start-1 lg:mt-2 lg:self-start print:hidden"
    >
      <h2 id="page-contents" className="font-text text-sm font-bold text-ink">
        {title}
      </h2>
      <ul className="mt-1">
        {sections.map(({ id, text }) => (
          <li key={id}>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
