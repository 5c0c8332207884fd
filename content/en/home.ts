/** Every word of the front page. A claim here must stand, with its source, on the page it links to. */
export const home = {
  title: 'Ketamine and addiction, told straight',
  description:
    'What is known, and not known, about ketamine for alcohol and drug addiction, in plain words with the studies behind them.',
  hero: {
    question: 'Can ketamine help with addiction?',
    answer: 'Nobody knows for sure yet.',
    lead: 'Some small studies found less drinking for a short time, but a newer one reports no difference between its groups. The FDA has not approved ketamine to treat addiction.',
    more: { path: '/articles/ketamine-for-addiction', label: 'Read what is known so far' },
  },
  doorsTitle: 'Who are you here for?',
  doors: [
    {
      path: '/is-it-right-for-you',
      label: 'For me',
      text: 'Reasons to pause, and what to raise with a doctor before you decide.',
    },
    {
      path: '/for-family',
      label: 'For someone I care about',
      text: 'What you can do, what to do in an overdose, and help for you.',
    },
    {
      path: '/articles',
      label: 'What the research says',
      text: 'What the studies found, what they did not find, and how big they were.',
    },
  ],
  factsTitle: 'Three things to know first',
  facts: [
    {
      path: '/articles/can-ketamine-help-with-alcohol-addiction',
      label: 'The results are mixed',
      text: 'Studies so far are small and short. Some found a benefit, and a newer one reports no difference between its groups.',
      link: 'Read about ketamine and alcohol',
    },
    {
      path: '/safety',
      label: 'The risks are real',
      text: 'It can raise blood pressure and slow breathing. Long-term use can harm the bladder. People can become addicted to it.',
      link: 'Read about safety',
    },
    {
      path: '/other-treatments',
      label: 'Other treatments are approved',
      text: 'Some medicines have FDA approval for alcohol or opioid addiction. Ask a doctor about them first.',
      link: 'Read about other treatments',
    },
  ],
  trial: {
    title: 'What one trial found',
    text: 'We show what a study found and how unsure it is. This trial had two main results. One favored ketamine, and one showed no clear difference.',
    sourcePath: '/articles/can-ketamine-help-with-alcohol-addiction#what-studies-found',
    figure: {
      study: 'grabski-2022-kare',
      result: 'days-abstinent',
      less: 'Fewer days without alcohol, with ketamine',
      more: 'More days without alcohol, with ketamine',
    },
  },
  contactTitle: 'Ask us a question',
  contact: 'You choose how we reach you, and if we can leave a voicemail.',
  contactLink: 'Contact the clinic',
}
