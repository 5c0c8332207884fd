import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { TrialTimeline } from '#components/evidence/trial-timeline.tsx'
import { studies } from '#lib/evidence/library.ts'
import { timelineOf } from '#lib/evidence/timeline.ts'

const figure = renderToStaticMarkup(<TrialTimeline locale="en" href="/evidence" />)
const dots = timelineOf(studies()).flatMap((row) => row.dots)

test('the drawing has a dot and the table a row with a link for every study', () => {
  expect(figure.match(/<circle cx="[\d.]+%"/g)).toHaveLength(dots.length)
  for (const { study } of dots) expect(figure).toContain(`href="/evidence/${study.id}"`)
})

test('the finding counts the studies and says how many were small', () => {
  const small = dots.filter(({ people }) => people < 50).length
  expect(figure).toContain(`${dots.length} studies that gave people ketamine for addiction. ${small} had fewer than 50`)
})

test('a study that was not randomized is hollow', () => {
  const hollow = dots.filter(({ isRandomized }) => !isRandomized).length
  expect(figure.match(/<circle cx="[\d.]+%"[^>]*class="fill-card stroke-teal"/g)).toHaveLength(hollow)
})

test('the drawing has a title and a description, and no style attribute', () => {
  expect(figure).toMatch(/role="img" aria-labelledby="timeline-title timeline-description"/)
  expect(figure).not.toMatch(/ style=/)
})
