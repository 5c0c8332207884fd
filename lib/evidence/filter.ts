import { type Family, families, familyOf } from './family.ts'
import type { Study } from './library.ts'
import { type Substance, substanceOf, substances } from './substance.ts'

/** What a reader has chosen to see; a part left out means all. */
export type Choice = { substance?: Substance | undefined; family?: Family | undefined }

const ALL = 'all'

/** The address of a choice under /evidence. */
export function choicePath({ substance, family }: Choice): string {
  if (!substance && !family) return '/evidence'
  return ['/evidence/on', substance ?? ALL, ...(family ? [family] : [])].join('/')
}

/** The choice an address stands for, from its parts after /evidence/on. */
export function readChoice([first, second]: string[]): Choice {
  return {
    substance: substances.find((substance) => substance === first),
    family: families.find((family) => family === second),
  }
}

export function chooseStudies(studies: Study[], { substance, family }: Choice): Study[] {
  return studies.filter(
    (study) => (!substance || substanceOf(study) === substance) && (!family || familyOf(study) === family),
  )
}

/** Every choice with at least one citable study, as the parts of its address; the whole list is not one. */
export function choiceParts(studies: Study[]): string[][] {
  const citable = studies.filter(({ verified }) => verified)
  const choices: Choice[] = [undefined, ...substances].flatMap((substance) =>
    [undefined, ...families].map((family) => ({ substance, family })),
  )
  return choices
    .filter((choice) => (choice.substance || choice.family) && chooseStudies(citable, choice).length > 0)
    .map((choice) => choicePath(choice).split('/').slice(3))
}
