import {
  findClippedText,
  findOverflow,
  findSmallTargets,
  longestLine,
  TEXT_SPACING,
  walkByKeyboard,
} from '#tests/support/accessibility.ts'
import { expect, otherPages, templatePages, test } from './site.ts'

const LINE_CHARACTERS_MAX = 85

// The tests measure from inside the page, so our own policy has to let them in; and a page that scrolls smoothly
// would still be on its way when they look.
test.use({ bypassCSP: true, contextOptions: { reducedMotion: 'reduce' } })

for (const path of [...templatePages(), ...otherPages]) {
  test.describe(`The page ${path}`, () => {
    for (const width of [390, 1280]) {
      test(`can be walked by keyboard alone at ${width} px`, async ({ page }) => {
        await page.setViewportSize({ width, height: 800 })
        await page.goto(path)
        expect(await walkByKeyboard(page)).toEqual([])
      })
    }

    test('has targets large enough for a thumb', async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 800 })
      await page.goto(path)
      expect(await findSmallTargets(page)).toEqual([])
    })

    test('fits a window of 320 px', async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 640 })
      await page.goto(path)
      expect(await findOverflow(page)).toEqual([])
    })

    test('keeps all its words at twice the text size', async ({ page }) => {
      await page.setViewportSize({ width: 640, height: 800 })
      await page.goto(path)
      await page.addStyleTag({ content: 'html { font-size: 200% !important }' })
      expect(await findOverflow(page)).toEqual([])
      expect(await findClippedText(page)).toEqual([])
    })

    test('keeps all its words with wide spacing', async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 800 })
      await page.goto(path)
      await page.addStyleTag({ content: TEXT_SPACING })
      expect(await findOverflow(page)).toEqual([])
      expect(await findClippedText(page)).toEqual([])
    })

    test('has lines a tired reader can follow', async ({ page }) => {
      await page.setViewportSize({ width: 1280, height: 800 })
      await page.goto(path)
      expect(await longestLine(page)).toBeLessThanOrEqual(LINE_CHARACTERS_MAX)
    })

    test('does not move', async ({ page }) => {
      await page.goto(path)
      expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
    })
  })
}

test.describe('The checks themselves can fail:', () => {
  test('a control that Tab cannot reach, one without a focus mark, small targets, overflow and cut text are found', async ({
    page,
  }) => {
    await page.setContent(`
      <style>a:focus { outline: none } .box { width: 40px; height: 1em; overflow: hidden; white-space: nowrap }</style>
      <a href="#a">x</a><a href="#b">y</a><a href="#c" tabindex="-1">never reached</a>
      <div style="width: 2000px">wide</div><p class="box">these words are cut</p>`)
    await page.setViewportSize({ width: 320, height: 640 })

    expect(await walkByKeyboard(page)).toEqual(
      expect.arrayContaining([expect.stringContaining('does not show'), expect.stringMatching(/reaches 2 of 3/)]),
    )
    expect(await findSmallTargets(page)).not.toEqual([])
    expect(await findOverflow(page)).not.toEqual([])
    expect(await findClippedText(page)).not.toEqual([])
  })
})
