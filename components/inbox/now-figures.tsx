import { managerWords } from '#content/en/inbox-manager.ts'
import type { WaitingNow } from '#lib/inbox/overview.ts'
import { workingText } from './time-text.ts'

const { overview: words } = managerWords

/** How things stand at this moment. */
export function NowFigures({ waiting, longestMs }: { waiting: WaitingNow; longestMs: number }) {
  const figures = [
    [String(waiting.count), words.waiting],
    [String(waiting.late), words.late],
    [workingText(longestMs), words.oldest],
  ]
  return (
    <section aria-labelledby="now" className="my-8">
      <h2 id="now">{words.now}</h2>
      <ul className="mt-4 flex flex-wrap gap-x-12 gap-y-4">
        {figures.map(([figure, meaning]) => (
          <li key={meaning}>
            <span className="block font-heading text-h2 font-semibold leading-tight">{figure}</span> {meaning}
          </li>
        ))}
      </ul>
    </section>
  )
}
