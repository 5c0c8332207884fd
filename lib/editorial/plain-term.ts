/**
 * Long words this site cannot do without, and explains: they count as two syllables in the adjusted grade.
 *
 * They are the names of the treatment, the illness and the medicines, which readers of such a page already say.
 */
const plainTerms = [
  ...['addiction', 'addictions', 'alcohol', 'anxiety', 'cocaine', 'depression', 'disorder', 'disorders', 'opioid'],
  ...['opioids', 'overdose', 'recovery', 'relapse', 'withdrawal', 'emergency', 'hospital', 'therapy', 'therapist'],
  ...['acamprosate', 'anesthesia', 'anesthetic', 'benzodiazepine', 'benzodiazepines', 'buprenorphine', 'disulfiram'],
  ...['dissociation', 'esketamine', 'fentanyl', 'heroin', 'infusion', 'infusions', 'ketamine', 'lozenge', 'lozenges'],
  ...['medical', 'medicine', 'medicines', 'methadone', 'midazolam', 'naloxone', 'naltrexone', 'sedative', 'sedatives'],
  ...['clinician', 'clinicians', 'placebo', 'placebos', 'spravato', 'receptor', 'receptors'],
] as const

const known = new Set<string>(plainTerms)

export const isPlainTerm = (word: string): boolean => known.has(word.toLowerCase().replace(/['’]s$/, ''))
