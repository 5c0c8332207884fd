import { form } from './form.ts'

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
    footer: {
      helpTitle: 'Free help, day and night',
      help: {
        emergency: 'Danger or overdose',
        lifeline: 'Suicide, drug or alcohol crisis: call or text',
        treatment: 'Find treatment near you (SAMHSA)',
      },
      aboutTitle: 'About this site',
      about: [
        { path: '/how-we-write', label: 'How we write' },
        { path: '/privacy', label: 'Privacy' },
        { path: '/accessibility', label: 'Accessibility' },
      ],
      clinicTitle: 'The clinic',
      phone: 'Phone',
      address: 'Address',
      interest: 'We offer this treatment, so we have a financial interest in it.',
      notAdvice: 'These pages do not replace advice from your own doctor.',
    },
  },
  home: {
    title: 'Ketamine and addiction, told straight',
    description:
      'What is known, and not known, about ketamine for alcohol and drug addiction. In plain words, with the studies behind each claim.',
    headline: 'Can ketamine help with addiction? Maybe, for some people.',
    answer:
      'Given with talk therapy, it may help some people for a while. The studies are small. The FDA has not approved it for addiction.',
    doorsTitle: 'Where would you like to start?',
    doors: [
      {
        path: '/is-it-right-for-you',
        label: 'For me',
        text: 'Who it may help, who it may harm, and what to ask a doctor.',
      },
      {
        path: '/for-family',
        label: 'For someone I care about',
        text: 'How to talk about it, what to do in an overdose, and help for you.',
      },
      {
        path: '/articles',
        label: 'What the research says',
        text: 'What each study found, how big it was, and who paid for it.',
      },
    ],
    factsTitle: 'Before you read on',
    facts: [
      {
        path: '/safety',
        label: 'It has real risks',
        text: 'It raises blood pressure for a short time. Used often, it can harm the bladder, and people can get addicted to it.',
      },
      {
        path: '/articles/ketamine-and-alcohol',
        label: 'Results are mixed',
        text: 'Some trials found a benefit. A newer one found no difference between the groups.',
      },
      {
        path: '/articles/ketamine-and-alcohol',
        label: 'Proven treatments exist',
        text: 'Some medicines for alcohol and opioid addiction have much stronger proof. Ask about those first.',
      },
    ],
    figureTitle: 'What one trial looks like',
    contactTitle: 'Talk to a person',
    contact: 'Ask us a question. You choose how we reach you, and if we can leave a voicemail.',
    contactLink: 'Contact the clinic',
  },
  articles: {
    title: 'Research and articles',
    description:
      'Plain answers about ketamine and addiction. Each one lists its studies, its limits and when it was checked.',
    lead: 'Plain answers. Each one lists its studies, says what is not known, and shows when it was last checked.',
    updated: 'Updated',
  },
  article: {
    topics: {} as Record<string, string>,
    keyPoints: 'Key points',
    contents: 'On this page',
    references: 'References',
    referencesIntro: 'Every number on this page comes from these records.',
    reference: 'Reference',
    backToText: 'Back to the text',
    people: 'people',
    funding: 'Paid for by',
    fundingUnknown: 'Who paid for it is not confirmed yet.',
    addressToBeConfirmed: 'address to be confirmed',
    furtherHelp: 'More help, not from us',
    next: 'Ask us a question',
    nextText: 'We can answer general questions. You choose how we reach you.',
    review: {
      title: 'About this page',
      writtenFor: 'Written for',
      reviewed: 'Checked by a clinician',
      notReviewed: 'Not yet reviewed by a clinician',
      updated: 'Last updated',
      next: 'Next check due',
      interest: 'Financial interest',
      interestText: 'We offer this treatment, so we have a financial interest.',
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
    readTitle: 'How to read this:',
    table: 'See the numbers in a table',
    funder: 'Paid for by',
    funderUnknown: 'Who paid is not confirmed yet',
    followUp: 'Follow-up',
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
