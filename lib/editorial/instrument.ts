import type { Written } from './rule.ts'
import type { RuleName } from './rule-book.ts'

/**
 * One thing an instrument asks for. It holds when none of its rules was broken and its field is filled in; with
 * neither, it is built into every page (`isBuiltIn`), or only a person can judge it.
 */
export type Item = {
  item: string
  asks: string
  rules?: RuleName[]
  holds?: (written: Pick<Written, 'data'>) => boolean
  isBuiltIn?: true
  isForArticles?: true
}

const isReviewed = ({ data }: Pick<Written, 'data'>) => typeof data.reviewedBy === 'string'

/** The instruments, item by item: what a machine can see of each, and what it cannot. */
export const instruments = {
  DISCERN: [
    { item: '1', asks: 'aims are clear', isBuiltIn: true },
    { item: '2', asks: 'it does what it set out to do' },
    { item: '3', asks: 'it is relevant' },
    { item: '4', asks: 'sources are clear', rules: ['citations', 'attribution', 'unsourced-claims', 'typed-numbers'] },
    { item: '5', asks: 'dates are clear', rules: ['dates'] },
    { item: '6', asks: 'it is balanced', rules: ['balance', 'banned-words', 'pairings'] },
    { item: '7', asks: 'other places of help', isBuiltIn: true },
    { item: '8', asks: 'what is uncertain', rules: ['sections'] },
    { item: '9', asks: 'how treatment works', rules: ['sections'] },
    { item: '10', asks: 'benefits', rules: ['sections', 'attribution'] },
    { item: '11', asks: 'risks', rules: ['sections'] },
    { item: '12', asks: 'what happens without treatment', rules: ['sections'] },
    { item: '13', asks: 'effect on daily life' },
    { item: '14', asks: 'more than one choice', rules: ['sections', 'choices', 'opioid-medicines'] },
    { item: '15', asks: 'supports shared decisions', rules: ['sections', 'choices'] },
    { item: '16', asks: 'overall' },
  ],
  'PEMAT-P': [
    { item: '1', asks: 'purpose is evident', isBuiltIn: true },
    { item: '2', asks: 'nothing distracts', isBuiltIn: true },
    { item: '3', asks: 'everyday words', rules: ['reading-level'] },
    { item: '4', asks: 'medical terms are explained', rules: ['terms', 'first-use'] },
    { item: '5', asks: 'active voice', rules: ['passive-voice'] },
    { item: '6', asks: 'numbers are clear', rules: ['typed-numbers', 'facts'] },
    { item: '7', asks: 'nothing to calculate', rules: ['denominators'] },
    { item: '8', asks: 'short chunks', rules: ['chunks', 'paragraph-length', 'sentence-length', 'list-length'] },
    { item: '9', asks: 'headings inform', rules: ['headings', 'empty-sections'] },
    { item: '10', asks: 'the order makes sense' },
    { item: '11', asks: 'a summary', isBuiltIn: true },
    { item: '12', asks: 'visual cues', rules: ['cues'] },
    { item: '15', asks: 'pictures where they help' },
    { item: '16', asks: 'pictures support the text' },
    { item: '17', asks: 'pictures have titles and words', rules: ['alternatives', 'figures'] },
    { item: '18', asks: 'pictures are uncluttered' },
    { item: '19', asks: 'simple tables', rules: ['tables'] },
    { item: '20', asks: 'at least one action', rules: ['steps'], isForArticles: true },
    { item: '21', asks: 'speaks to the reader', rules: ['address'] },
    { item: '22', asks: 'steps are explicit', rules: ['steps'], isForArticles: true },
    { item: '23', asks: 'a tool in hand', rules: ['choices'], isForArticles: true },
    { item: '25', asks: 'how to read charts', rules: ['components'] },
    { item: '26', asks: 'pictures help to act' },
  ],
  'CDC Index': [
    { item: '1', asks: 'one main message', isBuiltIn: true },
    { item: '2', asks: 'it stands at the top', isBuiltIn: true },
    { item: '3', asks: 'it stands out', isBuiltIn: true },
    { item: '4', asks: 'a picture supports it' },
    { item: '5', asks: 'a call to act', rules: ['steps'], isForArticles: true },
    { item: '6', asks: 'active voice', rules: ['passive-voice'] },
    { item: '7', asks: "the reader's words", rules: ['reading-level', 'terms', 'first-use'] },
    { item: '8', asks: 'lists of seven at most', rules: ['list-length'] },
    { item: '9', asks: 'chunks with headings', rules: ['chunks', 'headings'] },
    { item: '10', asks: 'the most important comes first' },
    { item: '11', asks: 'what is known and what is not', rules: ['sections'], isForArticles: true },
    { item: '12', asks: 'recommends what to do', rules: ['steps'], isForArticles: true },
    { item: '13', asks: 'why it matters to the reader' },
    { item: '14', asks: 'how to do it', rules: ['steps'], isForArticles: true },
    { item: '15', asks: 'familiar numbers', rules: ['facts'] },
    { item: '16', asks: 'numbers are explained' },
    { item: '17', asks: 'nothing to calculate', rules: ['denominators'] },
    { item: '18', asks: 'the nature of the risk' },
    { item: '19', asks: 'risks and benefits', rules: ['sections', 'balance'], isForArticles: true },
    { item: '20', asks: 'chances also in words or a picture', rules: ['chances'] },
  ],
  JAMA: [
    { item: 'authorship', asks: 'a named, qualified reviewer', holds: isReviewed },
    { item: 'attribution', asks: 'references', rules: ['citations', 'attribution', 'unsourced-claims'] },
    { item: 'disclosure', asks: 'who owns it and gains from it', isBuiltIn: true },
    { item: 'currency', asks: 'dates, none of them old', rules: ['dates', 'freshness', 'review-date'] },
  ],
  IPDAS: [
    { item: 'condition', asks: 'describes the condition' },
    { item: 'decision', asks: 'states the decision' },
    { item: 'options', asks: 'lists the choices', rules: ['sections', 'choices'] },
    { item: 'positive', asks: 'good sides', rules: ['sections'] },
    { item: 'negative', asks: 'bad sides', rules: ['sections'] },
    { item: 'experience', asks: 'what it is like' },
    { item: 'detail', asks: 'equal detail', rules: ['balance'] },
    { item: 'citations', asks: 'studies are cited', rules: ['citations', 'attribution'] },
    { item: 'dates', asks: 'date of publication', rules: ['dates'] },
    { item: 'updates', asks: 'how it is kept up to date', rules: ['review-date', 'freshness'] },
    { item: 'uncertainty', asks: 'how sure anyone can be', rules: ['sections'] },
    { item: 'funding', asks: 'who pays', isBuiltIn: true },
  ],
} as const satisfies Record<string, readonly Item[]>

export type Instrument = keyof typeof instruments

/** Those that judge a page about a treatment decision say nothing about a standing page. */
export const isForArticlesOnly = (instrument: Instrument): boolean => instrument === 'DISCERN' || instrument === 'IPDAS'
