/** The title of what is cited, leading to the place where it can be read, if there is one. */
export function ReferenceTitle({ title, url }: { title: string; url: string | null | undefined }) {
  return <>{url ? <a href={url}>{title}</a> : <b>{title}</b>}.</>
}
