import { expect, test } from 'vitest'
import { chanceFrom } from '#lib/demo/chance.ts'
import { pastScenes } from '#lib/demo/past.ts'

test('the same seed invents the same weeks, another seed others', () => {
  const weeks = (seed: number) => pastScenes(chanceFrom(seed))
  expect(weeks(1)).toEqual(weeks(1))
  expect(weeks(1)).not.toEqual(weeks(2))
})
