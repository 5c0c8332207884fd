/** The words of the glossary's page, of the words that open their meaning, and of the search. */
export const glossary = {
  title: 'Words we explain',
  description: 'Plain meanings of the medical words on this site, from A to Z.',
  lead: 'Plain meanings of the medical words we use.',
  letters: 'Go to a letter',
  notReviewed: 'Not yet reviewed by a clinician.',
  all: 'All words we explain',
}

export const search = {
  title: 'Search',
  description: 'Search the articles, pages, studies and words of this site.',
  lead: 'Search our pages, the studies and the words we explain.',
  label: 'What are you looking for?',
  shortLabel: 'Search this site',
  button: 'Search',
  privacy: 'We do not keep what you search for. Your own browser may.',
  kinds: { article: 'Article', page: 'Page', study: 'Study', term: 'Word explained' },
  found: { one: '1 result for “{query}”', many: '{count} results for “{query}”' },
  more: 'These are the best {count}. Add a word to find something more exact.',
  none: {
    title: 'We found nothing for “{query}”',
    text: 'Try fewer words or another word for the same thing. Spelling does not have to be perfect.',
    ask: 'You can also ask us. You choose how we answer.',
    askLink: 'Contact the clinic',
  },
  ideasTitle: 'What people often look for',
  ideas: [
    { path: '/safety', label: 'Is it safe?' },
    { path: '/is-it-right-for-you', label: 'Is it right for me?' },
    { path: '/other-treatments', label: 'Other treatments' },
    { path: '/for-family', label: 'Help for family' },
    { path: '/evidence', label: 'The studies' },
    { path: '/glossary', label: 'Words we explain' },
  ],
  crisis: {
    title: 'Do you need help right now?',
    danger: 'In danger, or someone will not wake up or breathe? Call',
    crisis: 'Thinking about suicide, or in a drug or alcohol crisis? Call or text',
    more: 'What to do in an emergency',
  },
}
