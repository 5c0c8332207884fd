import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { findClippedText, findOverflow, findSmallTargets, walkByKeyboard } from '#tests/support/accessibility.ts'

/** Whether everybody can use this page: light and dark, at 320 px, by keyboard alone, with large text. */
export async function expectUsable(page: Page, name: string): Promise<void> {
  const problems: unknown[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = await new AxeBuilder({ page }).analyze()
    problems.push(...violations.map(({ id, nodes }) => `${colorScheme}: ${id} ${nodes[0]?.html}`))
  }
  await page.setViewportSize({ width: 320, height: 640 })
  problems.push(...(await findOverflow(page)), ...(await findSmallTargets(page)), ...(await walkByKeyboard(page)))
  await page.setViewportSize({ width: 640, height: 800 })
  await page.addStyleTag({ content: 'html { font-size: 200% !important }' })
  problems.push(...(await findOverflow(page)), ...(await findClippedText(page)))
  await page.setViewportSize({ width: 1280, height: 800 })
  expect(problems, name).toEqual([])
}
