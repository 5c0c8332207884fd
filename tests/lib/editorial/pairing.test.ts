import { expect, test } from 'vitest'
import { checkPairings } from '#lib/editorial/pairing.ts'
import { judge } from '#tests/support/manuscript.ts'

test.each([
  ['grabski-2022-kare', 'yoon-2025-ketamine-naltrexone-rct'],
  ['dakwar-2020-alcohol', 'yoon-2025-ketamine-naltrexone-rct'],
  ['rothberg-2021-alcohol', 'bloy-2026-kare'],
])('a page that cites %s must also cite %s', (hopeful, sobering) => {
  expect(judge(checkPairings, `So.<Cite id="${hopeful}" />`)[0]?.message).toContain(`must also cite ${sobering}`)
  expect(judge(checkPairings, `So.<Cite id="${hopeful}" />\n\nBut.<Cite id="${sobering}" />`)).toEqual([])
})
