import { evidence } from './evidence.ts'
import { form } from './form.ts'
import { home } from './home.ts'
import { glossary, search } from './search.ts'

/** Every word of the frame, the article furniture and the fixed pages, in English. */
export const messages = {
  form,
  frame: {
    skip: 'Skip to the main part',
    crisisLabel: 'Help in a crisis',
    crisis: {
      danger: 'In danger now? Call',
      crisis: 'Thinking about suicide, or in a drug or alcohol crisis? Call or text',
      anyTime: 'any time.',
      more: 'Get help now',
    },
    preview: 'Preview. Not open to patients.',
    home: 'Home page',
    navigationLabel: 'Main',
    navigation: [
      { path: '/is-it-right-for-you', label: 'Is it right for me?' },
      { path: '/articles', label: 'Research & articles' },
      { path: '/safety', label: 'Safety' },
      { path: '/for-family', label: 'For family' },
      { path: '/contact', label: 'Contact' },
    ],
    search: { path: '/search', label: 'Search' },
    breadcrumbs: { label: 'Where this page is', home: 'Home' },
    footer: {
      helpTitle: 'Help, day and night',
      help: {
        emergency: 'Danger or overdose',
        lifeline: 'Suicide, drug or alcohol crisis: call or text',
        treatment: 'Find treatment near you (SAMHSA)',
      },
      linksLabel: 'All pages',
      links: [
        {
          title: 'Before you decide',
          pages: [
            { path: '/what-to-expect', label: 'What to expect' },
            { path: '/questions-to-ask', label: 'Questions to ask' },
            { path: '/cost', label: 'Cost' },
            { path: '/other-treatments', label: 'Other treatments' },
          ],
        },
        {
          title: 'The research',
          pages: [
            { path: '/articles', label: 'Articles' },
            { path: '/evidence', label: 'Evidence' },
            { path: '/glossary', label: 'Glossary' },
            { path: '/feed.xml', label: 'News feed' },
          ],
        },
        {
          title: 'About this site',
          pages: [
            { path: '/about', label: 'About us' },
            { path: '/who-pays-for-this', label: 'Who pays for this' },
            { path: '/how-we-write', label: 'How we write' },
            { path: '/privacy', label: 'Privacy' },
            { path: '/browsing-safely', label: 'Browsing safely' },
            { path: '/accessibility', label: 'Accessibility' },
          ],
        },
      ],
      clinicTitle: 'The clinic',
      phone: 'Phone',
      address: 'Address',
      notices: [
        { path: '/nondiscrimination', label: 'Nondiscrimination' },
        { path: '/notice-of-privacy-practices', label: 'Notice of privacy practices' },
      ],
      interest: 'This clinic sells, or plans to sell, this treatment. So we have a financial interest in it.',
      notAdvice: 'These pages do not replace advice from your own doctor.',
      feed: 'New and changed articles',
    },
  },
  home,
  evidence,
  glossary,
  search,
  articles: {
    title: 'Research and articles',
    crumb: 'Articles',
    description:
      'Plain answers about ketamine and addiction. Each one lists its studies, what is not known and when it was last updated.',
    lead: 'Plain answers. Each one lists its studies, says what is not known, and shows when it was last updated.',
    updated: 'Updated',
    evidence: {
      path: '/evidence',
      label: 'See every study, one by one',
      text: 'How big it was, what it found, who paid for it, and what it cannot tell us.',
    },
  },
  article: {
    topics: {
      alcohol: 'Ketamine and alcohol',
      cocaine: 'Ketamine and cocaine',
      opioids: 'Ketamine and opioids',
      cannabis: 'Ketamine and cannabis',
      safety: 'Safety',
      treatment: 'Ketamine and addiction',
      family: 'For family',
      cost: 'Cost',
    },
    keyPoints: 'Key points',
    contents: 'On this page',
    references: 'References',
    reference: 'Reference',
    backToText: 'Back to the text',
    people: 'People in the study',
    andOthers: 'and others',
    funding: 'Funding',
    fundingUnknown: 'Who paid for it is not confirmed yet.',
    addressToBeConfirmed: 'address to be confirmed',
    furtherHelp: 'More help, not from us',
    more: { label: 'More articles', previous: 'Before this', next: 'Read next' },
    next: 'Ask us a question',
    nextText: 'Please ask general questions only. You choose how we reach you.',
    nextLink: 'Contact the clinic',
    review: {
      title: 'About this page',
      writtenFor: 'Written for',
      reviewed: 'Checked by a clinician',
      notReviewed: 'Not yet reviewed by a clinician',
      updated: 'Last updated',
      next: 'Next check due',
      interest: 'Financial interest',
      interestText: 'This clinic sells, or plans to sell, this treatment. So we have a financial interest.',
      changes: 'What changed on this page',
    },
    care: {
      emergency: 'Emergency:',
      urgent: 'Urgent:',
      routine: 'Not urgent:',
      warning: 'Important:',
    },
  },
  figure: {
    noDifference: 'No difference',
    less: { difference: 'Lower with ketamine', ratio: 'Less often with ketamine' },
    more: { difference: 'Higher with ketamine', ratio: 'More often with ketamine' },
    units: {
      'percentage points': 'Difference in every 100',
      'odds ratio': 'Odds compared with the other group (1 is the same)',
      'hazard ratio': 'How soon it happens, compared with the other group (1 is the same)',
      'percent lower': 'Percent lower with ketamine',
      days: 'Difference in days',
    } as Record<string, string>,
    /** Where a plain "lower" and "higher" would turn a result around. */
    sides: {
      'percent lower': { less: 'Higher with ketamine', more: 'Lower with ketamine' },
    } as Record<string, { less: string; more: string }>,
    readTitle: 'How to read this:',
    read: 'The dot is what the study found. The bar is the range the true answer likely lies in. When the bar touches “No difference”, there may be none.',
    otherMain: 'The other main result:',
    description: 'The result is {estimate}. The true answer likely lies between {low} and {high}.',
    table: 'See the numbers in a table',
    tableCaption: 'The result of {study} in numbers',
    rows: {
      measure: 'What was measured',
      estimate: 'Result',
      range: 'Likely range',
      to: 'to',
      unit: 'Unit',
      participants: 'People in the study',
      followUp: 'Followed for',
    },
    people: 'people',
    followUp: 'Followed for',
    funderUnknown: 'Who paid for it is not confirmed yet.',
  },
  notFound: {
    title: 'Page not found',
    lead: 'We could not find that page. The link may be old, or the address may have a typing mistake.',
    goTitle: 'Where to go next',
  },
  problem: {
    title: 'Sorry, there is a problem',
    lead: 'Something went wrong on our side. It was not your fault. Please try again in a few minutes.',
    goTitle: 'Where to go next',
    phone: 'You can also call the clinic:',
    answers:
      'If you were sending us a message and did not see a page that says we have it, we may not have it. Please send it again later.',
  },
}

export type Messages = typeof messages
