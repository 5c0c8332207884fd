import { describe, expect, test } from 'vitest'
import { directionOf } from '#lib/evidence/direction.ts'
import { familyOf } from '#lib/evidence/family.ts'
import { studies } from '#lib/evidence/library.ts'
import { substanceOf } from '#lib/evidence/substance.ts'

describe.each(studies())('the record $id', (study) => {
  test('falls under a drug, or is background about another illness', () => {
    expect(substanceOf(study) === 'other').toBe(familyOf(study) === 'background')
  })

  test('has a direction that the pages can say in words, or none at all', () => {
    expect(directionOf(study) === undefined).toBe(study.direction === null)
  })
})
