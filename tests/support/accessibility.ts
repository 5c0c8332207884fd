import type { Page } from '@playwright/test'

/**
 * Checks that no scanner makes, each with the criterion of WCAG 2.2 it stands for. Every check returns what is
 * wrong, in words; an empty list is a pass.
 */

const FOCUSABLE =
  'a[href], button, input:not([type=hidden], [tabindex="-1"]), select, textarea, summary, [tabindex]:not([tabindex="-1"])'
const STOPS_MAX = 250

/** 2.1.1 and 2.1.2: Tab reaches every control once (a radio group is one stop) and is never held. 2.4.7 and 2.4.11: each stop shows that it has focus and nothing covers it. */
export async function walkByKeyboard(page: Page): Promise<string[]> {
  const problems: string[] = []
  const expected = await page.evaluate(countStops, FOCUSABLE)
  const reached = new Set<number>()

  let last: number | undefined
  for (let stop = 0; stop < STOPS_MAX; stop += 1) {
    await page.keyboard.press('Tab')
    const focus = await page.evaluate(describeFocus)
    if (focus === undefined) break
    // A date is one control with a stop for each of its parts.
    if (focus.number === last && focus.hasParts) continue
    last = focus.number
    if (reached.has(focus.number)) {
      problems.push(`Tab comes back to ${focus.name} before the end of the page`)
      break
    }
    reached.add(focus.number)
    if (!focus.isMarked) problems.push(`${focus.name} does not show that it has focus`)
    if (focus.isCovered) problems.push(`${focus.name} is covered when it has focus`)
  }

  if (reached.size !== expected) problems.push(`Tab reaches ${reached.size} of ${expected} controls`)
  return problems
}

function countStops(focusable: string): number {
  const shown = [...document.querySelectorAll<HTMLElement>(focusable)].filter((element) =>
    element.checkVisibility({ visibilityProperty: true }),
  )
  const radios = shown.filter(
    (element): element is HTMLInputElement => element instanceof HTMLInputElement && element.type === 'radio',
  )
  const groups = new Set(radios.map((radio) => radio.name))
  return shown.length - radios.length + groups.size
}

type Focus = { number: number; name: string; isMarked: boolean; isCovered: boolean; hasParts: boolean }

function describeFocus(): Focus | undefined {
  const element = document.activeElement
  if (!(element instanceof HTMLElement) || element === document.body) return undefined

  const all = [...document.querySelectorAll('*')]
  const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : element.textContent
  const { left, top, width, height } = element.getBoundingClientRect()
  const points = [0.1, 0.5, 0.9].map((share) => [left + width * share, top + height / 2] as const)
  const isCovered = points.every(([x, y]) => {
    const hit = document.elementFromPoint(x, y)
    return (
      hit === null || !(element.contains(hit) || hit.contains(element) || hit.closest('label')?.control === element)
    )
  })
  const style = getComputedStyle(element)
  const isMarked =
    (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none'

  return {
    number: all.indexOf(element),
    name: `${element.tagName.toLowerCase()} "${label?.trim().slice(0, 40)}"`,
    isMarked,
    isCovered,
    hasParts: element instanceof HTMLInputElement && element.type === 'date',
  }
}

/** 2.5.8: a control is at least 24 px each way, or stands alone, or is a link inside a sentence. */
export async function findSmallTargets(page: Page): Promise<string[]> {
  return page.evaluate((focusable) => {
    const SIZE_MIN = 24
    const controls = [...document.querySelectorAll<HTMLElement>(focusable)].filter((element) =>
      element.checkVisibility(),
    )
    const boxes = controls.map((element) => element.getBoundingClientRect())

    return controls.flatMap((element, index) => {
      const box = boxes[index]
      if (!box || (box.width >= SIZE_MIN && box.height >= SIZE_MIN) || box.width <= 1) return []
      const sentence = element.closest('p, li, dd, td, figcaption')?.textContent?.trim() ?? ''
      if (element.tagName === 'A' && sentence.length > (element.textContent?.trim().length ?? 0) + 8) return []
      const x = box.left + box.width / 2
      const y = box.top + box.height / 2
      const isCrowded = boxes.some((other, at) => {
        if (at === index || controls[at]?.contains(element) || element.contains(controls[at] ?? null)) return false
        const dx = Math.max(other.left - x, 0, x - other.right)
        const dy = Math.max(other.top - y, 0, y - other.bottom)
        return Math.hypot(dx, dy) < SIZE_MIN / 2
      })
      return isCrowded
        ? [
            `${element.tagName.toLowerCase()} "${element.textContent?.trim().slice(0, 30)}" is ${Math.round(box.width)} × ${Math.round(box.height)} px`,
          ]
        : []
    })
  }, FOCUSABLE)
}

/** 1.4.10: nothing is wider than the window; a table may scroll inside its own box. */
export async function findOverflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= width) return []
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .slice(0, 5)
      .map(
        (element) =>
          `${element.tagName.toLowerCase()} reaches ${Math.round(element.getBoundingClientRect().right)} of ${width} px`,
      )
  })
}

/** 1.4.4 and 1.4.12: no box cuts off its own words. */
export async function findClippedText(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.body.querySelectorAll<HTMLElement>('*')]
      .filter((element) => {
        const style = getComputedStyle(element)
        const hidesOverflow = /hidden|clip/.test(style.overflowX + style.overflowY)
        if (!hidesOverflow || style.clipPath !== 'none' || !element.textContent?.trim() || !element.checkVisibility())
          return false
        return element.scrollHeight > element.clientHeight + 2 || element.scrollWidth > element.clientWidth + 2
      })
      .map((element) => `${element.tagName.toLowerCase()} cuts off "${element.textContent?.trim().slice(0, 30)}"`),
  )
}

/** The longest line of running text, in characters. */
export async function longestLine(page: Page): Promise<number> {
  return page.evaluate(() => {
    let longest = 0
    const range = document.createRange()
    for (const paragraph of document.querySelectorAll('main p')) {
      let top: number | undefined
      let characters = 0
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
      for (let text = walker.nextNode(); text; text = walker.nextNode()) {
        for (let at = 0; at < (text.nodeValue?.length ?? 0); at += 1) {
          range.setStart(text, at)
          range.setEnd(text, at + 1)
          const box = range.getClientRects()[0]
          if (!box) continue
          if (top === undefined || box.top - top > 8) {
            top = box.top
            characters = 0
          }
          characters += 1
          longest = Math.max(longest, characters)
        }
      }
    }
    return longest
  })
}

/** The spacing that a reader may set, from criterion 1.4.12. */
export const TEXT_SPACING =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }'
