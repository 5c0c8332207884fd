type BannedWord = { word: string; pattern: RegExp; reason: string; unless?: RegExp[] }

const HYPE = 'It promises more than any trial has shown. Say what was found, in whom, and for how long.'
const SHAME = 'It names a person by an illness. Write "person with…", "people who use…" or "return to use".'
const UNTRUE = 'The evidence does not support it. Take it out.'
const FALSE_CLAIM = 'It is a claim no one has shown to be true, and the law on treatment advertising forbids it.'

/**
 * What may never be written, why, and the few places where the word is honest.
 *
 * Patterns ignore case. A word is allowed when a context in `unless` covers it. The claims come from
 * published articles about ketamine and addiction that went beyond the evidence.
 */
export const bannedWords: BannedWord[] = [
  {
    word: '86%',
    pattern: /\b86(?:\.0)?\s?(?:%|per ?cent)/,
    reason: 'It is days without alcohol, not people, and was misreported.',
  },
  {
    word: 'cure',
    pattern: /\bcur(?:es?|ed|ing|able|ative)\b/,
    reason: HYPE,
    unless: [
      /\b(?:no|not|never|cannot|can't|isn't|doesn't) (?:yet )?(?:a )?(?:known |proven )?cure[sd]?\b/,
      /\bpromises? (?:of )?a cure\b/,
    ],
  },
  {
    word: 'proven',
    pattern: /\bproven\b/,
    reason: 'Write "approved for", or what one trial found.',
    unless: [
      /\b(?:not|never|isn't|nothing|no \w+ (?:is|has been)) (?:yet )?(?:been )?proven\b/,
      /\bproven (?:treatments?|medicines?|care)\b/,
    ],
  },
  {
    word: 'guarantee',
    pattern: /\bguarante\w+/,
    reason: FALSE_CLAIM,
    unless: [
      /\b(?:no|not|never|cannot|can't|nobody can|no one can) (?:a )?guarantee[sd]?\b/,
      /\bpromises? or guarantees?\b/,
    ],
  },
  { word: 'safe and effective', pattern: /\bsafe(?:,| and| &) effective\b/, reason: FALSE_CLAIM },
  {
    word: 'ketamine is safe',
    pattern: /\bketamine (?:\w+ ){0,3}(?:is|are) (?:\w+ )?safe\b/,
    reason: FALSE_CLAIM,
    unless: [/\b(?:if|whether|that|is|nor|not) ketamine (?:\w+ ){0,3}(?:is |are )?safe\b/],
  },
  { word: 'breakthrough', pattern: /\bbreak-?throughs?\b/, reason: HYPE },
  { word: 'game-changer', pattern: /\bgame-?\s?chang\w+/, reason: HYPE },
  { word: 'revolutionary', pattern: /\brevolution\w*/, reason: HYPE },
  { word: 'groundbreaking', pattern: /\bground-?breaking\b/, reason: HYPE },
  { word: 'miracle', pattern: /\bmirac\w+/, reason: HYPE },
  { word: 'magic', pattern: /\bmagic\w*/, reason: HYPE, unless: [/\bnot (?:a )?magic\b/] },
  { word: 'beacon', pattern: /\bbeacons?\b/, reason: HYPE },
  { word: 'cutting-edge', pattern: /\bcutting-?\s?edge\b/, reason: HYPE },
  { word: 'world-class', pattern: /\bworld-?\s?class\b/, reason: HYPE },
  {
    word: 'life-changing',
    pattern: /\blife-?\s?(?:changing|saving)\b/,
    reason: HYPE,
    unless: [/\blife-?saving (?:medicines?|naloxone)\b/],
  },
  {
    word: 'rapid or lasting relief',
    pattern:
      /\b(?:rapid|fast|fast-acting|instant|immediate|quick|lasting|significant) relief\b|\brelief (?:with)?in (?:minutes|hours)\b/,
    reason: HYPE,
  },
  {
    word: 'success rate',
    pattern: /\bsuccess rates?\b/,
    reason: 'Studies differ too much for one rate. Say what one study found.',
    unless: [/\b(?:no|not a|without a) success rate\b/],
  },
  {
    word: 'best or leading',
    pattern: /(?:\b(?:best|leading|top|number one|premier)|#1) (?:\w+ )?(?:clinics?|doctors?|team|experts?|provider)\b/,
    reason: FALSE_CLAIM,
  },
  {
    word: 'board-certified',
    pattern: /\bboard[- ]certified\b/,
    reason: 'No person with such a certificate is on record.',
    unless: [/\b(?:is|are) (?:\w+ ){0,4}board[- ]certified[^.]*\?/],
  },
  {
    word: 'non-addictive',
    pattern: /\bnon-?\s?addictive\b|\b(?:not|isn't|never|without being) addictive\b/,
    reason: 'Ketamine can be misused and can be addictive.',
  },
  {
    word: 'FDA-approved',
    pattern: /\bFDA-approved\b|\b(?:is|are|was|been) FDA approved\b/,
    reason: 'Say what it is approved for: ketamine only as an anesthetic.',
    unless: [
      /\b(?:not|no|never|without) (?:been |an )?FDA[- ]approved\b/,
      /\bFDA[- ]approved (?:only )?(?:as|for) (?:\w+ ){0,2}(?:an?esthe\w+|surgery)/,
      /\bFDA[- ]approved (?:\w+ ){0,2}(?:medicines?|drugs?|treatments?) for (?:alcohol|opioid)/,
      /\b(?:naltrexone|acamprosate|disulfiram|buprenorphine|methadone|naloxone|spravato|esketamine)\b[^.]*\bFDA[- ]approved\b/,
    ],
  },
  {
    word: 'ketamine is approved',
    pattern: /\bketamine (?:is|was|has been) (?:\w+ )?approved\b|\bapproved ketamine\b/,
    reason: 'Say what for: only as an anesthetic.',
    unless: [
      /\bketamine (?:is|was|has been) (?:not|never) approved\b/,
      /\b(?:not|never) approved ketamine\b/,
      /\bketamine (?:is|was|has been) (?:only )?approved (?:only )?(?:as|for) (?:\w+ ){0,2}an?esthe\w+/,
      /\bapproved ketamine only (?:as|for) (?:\w+ ){0,2}an?esthe\w+/,
    ],
  },
  {
    word: 'blocks withdrawal',
    pattern: /\bblock\w* (?:\w+ ){0,2}withdrawal\b|\bwithdrawal relief\b/,
    reason: 'Ketamine at a clinic is not a treatment for withdrawal, and withdrawal can kill.',
    unless: [/\b(?:not|never|cannot) block (?:\w+ ){0,2}withdrawal\b/],
  },
  { word: 'rewire', pattern: /\bre-?wir\w+/, reason: UNTRUE },
  { word: 'reset your brain', pattern: /\breset\w* (?:\w+ ){0,2}(?:brain|mind)\b/, reason: UNTRUE },
  { word: 'NAD+', pattern: /\bNAD\s?\+|\bNAD (?:therapy|infusions?|drips?)\b/, reason: UNTRUE },
  { word: 'anti-aging', pattern: /\banti-?\s?age?ing\b/, reason: UNTRUE },
  { word: 'migraine', pattern: /\bmigraines?\b/, reason: UNTRUE },
  { word: 'addict', pattern: /\b(?:addicts?|junkies?)\b/, reason: SHAME },
  {
    word: 'alcoholic',
    pattern: /\balcoholics?\b/,
    reason: SHAME,
    unless: [/\bAlcoholics Anonymous\b/, /\b(?:non-)?alcoholic (?:drinks?|beverages?|hepatitis|liver)\b/],
  },
  { word: 'abuser', pattern: /\babusers?\b/, reason: SHAME },
  {
    word: 'drug abuse',
    pattern: /\b(?:drug|substance|alcohol|opioid|cocaine|ketamine) abuse\b/,
    reason: 'Write "use", "misuse" or "use disorder".',
    unless: [/\bSubstance Abuse and Mental Health Services\b/, /\bNational Institute on Drug Abuse\b/],
  },
  { word: 'drug habit', pattern: /\bdrug habits?\b/, reason: SHAME },
  {
    word: 'clean or dirty',
    pattern:
      /\b(?:get|gets|got|getting|stay|stays|stayed|staying) clean\b|\bclean and sober\b|\b(?:clean|dirty) (?:urine|tests?|drug tests?|screens?)\b/,
    reason: 'Write "not using drugs" or "tests that show no use".',
  },
]
