import { inbox } from '#content/en/inbox.ts'
import { InboxView, type ViewQuery } from './view.tsx'

export const metadata = { title: inbox.views.waiting.title }

export default function WaitingPage({ searchParams }: { searchParams: ViewQuery }) {
  return <InboxView view="waiting" searchParams={searchParams} />
}
