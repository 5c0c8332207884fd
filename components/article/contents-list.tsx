type Props = { title: string; sections: { id: string; text: string }[] }

export function ContentsList({ title, sections }: Props) {
  return (
    <nav
      aria-labelledby="page-contents"
      className="mt-8 border-s-2 border-line ps-4 text-sm lg:sticky lg:top-8 lg:col-start-2 lg:row-span-2 lg:row-start-1 lg:mt-2 lg:self-start print:hidden"
    >
      <h2 id="page-contents" className="font-text text-sm font-bold">
        {title}
      </h2>
      <ul className="mt-1">
        {sections.map(({ id, text }) => (
          <li key={id}>
            <a href={`#${id}`} className="inline-block py-1.5 leading-snug text-ink-2 no-underline hover:underline">
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
