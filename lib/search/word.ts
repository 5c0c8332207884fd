import MiniSearch from 'minisearch'

const stopWords = new Set(
  `a about after also am an and any are as at be been before but by can could did do does for from get go had has have
  he her him his how i if in into is it its just like may me might more most my no not of on one or our out she should
  so some than that the their them then there they this to too us was we were what when where which while who why will
  with would you your`.split(/\s+/),
)

/** What people type for words our pages use. Prefixes and small misspellings need no entry. */
const synonyms: Record<string, string[]> = {
  k: ['ketamine'],
  ket: ['ketamine'],
  ketalar: ['ketamine'],
  spravato: ['esketamine'],
  drink: ['alcohol'],
  drinks: ['alcohol'],
  drinker: ['alcohol'],
  drinking: ['alcohol'],
  drunk: ['alcohol'],
  booze: ['alcohol'],
  beer: ['alcohol'],
  wine: ['alcohol'],
  sober: ['abstinence', 'alcohol'],
  clean: ['abstinence'],
  opiate: ['opioid'],
  opiates: ['opioid'],
  heroin: ['opioid'],
  fentanyl: ['opioid'],
  oxy: ['opioid'],
  oxycodone: ['opioid'],
  painkiller: ['opioid'],
  painkillers: ['opioid'],
  narcan: ['naloxone'],
  suboxone: ['buprenorphine'],
  subutex: ['buprenorphine'],
  bupe: ['buprenorphine'],
  vivitrol: ['naltrexone'],
  campral: ['acamprosate'],
  coke: ['cocaine'],
  crack: ['cocaine'],
  weed: ['cannabis'],
  pot: ['cannabis'],
  marijuana: ['cannabis'],
  meth: ['methamphetamine'],
  speed: ['methamphetamine'],
  urge: ['craving'],
  urges: ['craving'],
  relapse: ['return'],
  rehab: ['treatment'],
  pee: ['bladder'],
  urine: ['bladder'],
  trip: ['dissociation'],
  iv: ['infusion'],
  drip: ['infusion'],
  shot: ['intramuscular'],
  injection: ['intramuscular'],
  nasal: ['esketamine'],
  price: ['cost'],
  prices: ['cost'],
  money: ['cost'],
  pay: ['cost'],
  insurance: ['cost'],
  afford: ['cost'],
  side: ['risks'],
  effects: ['risks'],
  danger: ['risks', 'safety'],
  dangerous: ['risks', 'safety'],
  safe: ['safety'],
  proof: ['evidence'],
  research: ['studies', 'evidence'],
  trial: ['study'],
  trials: ['studies'],
  legal: ['label', 'approved'],
  depressed: ['depression'],
  anxious: ['anxiety'],
  trauma: ['ptsd'],
  husband: ['family'],
  wife: ['family'],
  partner: ['family'],
  son: ['family'],
  daughter: ['family'],
  mom: ['family'],
  dad: ['family'],
  brother: ['family'],
  sister: ['family'],
  phone: ['contact'],
  call: ['contact'],
  email: ['contact'],
}

/** A word as the index keeps it, without capitals and accents; nothing for a word that every page has. */
export function plainWord(word: string): string | null {
  const plain = word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
  return plain === '' || stopWords.has(plain) ? null : plain
}

/** In a shorter word a wrong letter makes another word. */
const MISSPELT_LENGTH_MIN = 5

const known = new MiniSearch({ fields: ['word'], idField: 'word' })
known.addAll(Object.keys(synonyms).map((word) => ({ word })))

/** The word itself and other words for the same thing, even when it is misspelt. */
export function sameMeaning(word: string): string[] {
  const [nearest] = known.search(word, { fuzzy: word.length >= MISSPELT_LENGTH_MIN ? 0.2 : false })
  return [word, ...(synonyms[nearest?.id] ?? [])]
}
