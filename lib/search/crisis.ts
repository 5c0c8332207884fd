import MiniSearch from 'minisearch'

/** Words of someone who may need help at once. Every word of a phrase must be there, in any order. */
const phrases = [
  'suicide',
  'suicidal',
  'overdose',
  'overdosed',
  'kill myself',
  'killing myself',
  'hurt myself',
  'harm myself',
  'end life',
  'want die',
  'wanna die',
  'not breathing',
  'cant breathe',
  'wont wake',
  'not wake',
  'passed out',
  'seizure',
  'emergency',
  '911',
  '988',
]

/** Long words may be misspelt; in a short one a wrong letter makes another word. */
const FUZZY_LENGTH_MIN = 5

/** Whether a search sounds like a crisis, even misspelt. A false alarm costs a reader one glance. */
export function soundsLikeCrisis(query: string): boolean {
  const said = new MiniSearch({ fields: ['words'], searchOptions: { combineWith: 'AND' } })
  said.add({ id: 0, words: query.replace(/['’]/g, '') })
  const fuzzy = (word: string) => (word.length >= FUZZY_LENGTH_MIN ? 0.2 : false)
  return phrases.some((phrase) => said.search(phrase, { fuzzy }).length > 0)
}
