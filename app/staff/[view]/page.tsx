import { notFound } from 'next/navigation'
import { InboxView, type ViewQuery } from '#app/staff/view.tsx'
import { inbox } from '#content/en/inbox.ts'
import { type View, views } from '#lib/inbox/view.ts'

type Props = { params: Promise<{ view: string }>; searchParams: ViewQuery }

export async function generateMetadata({ params }: Props) {
  const view = viewNamed((await params).view)
  return view ? { title: inbox.views[view].title } : {}
}

export default async function ViewPage({ params, searchParams }: Props) {
  const view = viewNamed((await params).view)
  if (!view) notFound()
  return <InboxView view={view} searchParams={searchParams} />
}

/** The waiting view has the shortest address, and no second one. */
const viewNamed = (name: string): View | undefined => views.find((view) => view === name && view !== 'waiting')
