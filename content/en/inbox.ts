/** Every word of the inbox's list and of one inquiry, in English; staff read no other language here. */
export const inbox = {
  views: {
    waiting: { title: 'Waiting', lead: 'Who is due first comes first.', empty: 'Nobody is waiting.' },
    mine: { title: 'Mine', lead: 'What you have taken.', empty: 'You have taken nothing.' },
    snoozed: { title: 'Snoozed', lead: 'They come back by themselves.', empty: 'Nothing is snoozed.' },
    closed: { title: 'Closed', lead: 'The newest first, until they are deleted.', empty: 'Nothing is closed.' },
    quarantine: {
      title: 'Quarantine',
      lead: 'These looked like spam, so no e-mail was sent about them. A person may be among them: look every day.',
      empty: 'Nothing looks like spam.',
    },
    attention: {
      title: 'Needs attention',
      lead: 'The e-mail about these did not arrive. Answer them from here.',
      empty: 'Every e-mail arrived or is on its way.',
    },
  },

  list: {
    reference: 'Reference',
    clock: 'First answer (working time)',
    safety: 'How to reach',
    about: 'For whom',
    owner: 'Who has it',
    mail: 'E-mail to the clinic',
    state: 'State',
    spam: 'Why it looks like spam',
    nobody: 'nobody',
    next: 'Show more',
    first: 'Back to the first page',
    refreshes: 'This page loads itself again every minute.',
    stop: 'Stop that',
    refresh: 'Load it by itself',
    updated: 'As of {time}.',
    hoursUnconfirmed:
      'The clinic has not confirmed its hours. Waiting time is counted Monday to Friday, 9 to 5, New York time.',
  },

  clock: {
    waits: 'waits {time}',
    late: 'late by {time}',
    dueNow: 'due now',
    due: 'due {when}',
    half: 'half the time is over',
    answered: 'answered after {time}',
    closed: 'closed {when}',
    snoozed: 'snoozed until {when}',
    working: '{hours} h {minutes} min',
    minutes: '{minutes} min',
    hours: '{hours} h',
  },

  reach: {
    phone: 'Phone',
    email: 'E-mail',
    noVoicemail: 'No voicemail',
    voicemail: 'Voicemail allowed',
    unopenable: 'Cannot be opened: its key is not here',
  },

  about: { me: 'Themselves', someone: 'Someone they care about', professional: 'A patient or client' },
  topics: {
    safety: 'if it might be safe',
    'what-happens': 'what happens',
    cost: 'cost',
    'helping-someone': 'how to help someone',
    'something-else': 'something else',
  },
  languages: { en: 'English', es: 'Spanish', other: 'Another language' },
  times: { morning: 'mornings', afternoon: 'afternoons', evening: 'evenings' },

  statuses: {
    new: 'New',
    trying: 'Trying to reach',
    talked: 'Talked',
    booked: 'Booked',
    'not-a-fit': 'Not a fit',
    'no-reply': 'No reply',
    spam: 'Spam',
  },

  mail: {
    none: 'none is owed',
    held: 'held back',
    pending: 'waiting to be sent',
    sending: 'being sent',
    sent: 'sent',
    attention: 'did not go out',
    delivered: 'arrived',
    delayed: 'delayed',
    bounced: 'came back',
    complained: 'marked as spam there',
    suppressed: 'blocked by the provider',
    failed: 'failed',
  },

  search: {
    title: 'Search',
    label: 'Reference, phone number or e-mail address',
    hint: 'Whole ones only. What people wrote is sealed and cannot be searched.',
    button: 'Search',
  },

  said: {
    changed: 'Done.',
    noted: 'The note is kept.',
    released: 'Released. The e-mail to the clinic is on its way.',
    'sent-again': 'The e-mail is on its way again.',
    deleted: 'Deleted for good.',
    'changed-meanwhile':
      'Somebody changed this before you, so what you pressed was not done. Look at the history below, then decide again.',
    'no-inquiry': 'That inquiry is not here any more. Somebody may have deleted it, or its time was over.',
    'voicemail-not-allowed': 'They asked for no voicemail, so that cannot be logged. If one was left, write a note.',
    'not-their-channel': 'They did not ask to be reached that way.',
    'cannot-be-opened': 'That cannot be done, because the inquiry cannot be opened here.',
    'note-missing': 'Write something first.',
    'note-too-long': 'That note is too long. Use 2,000 characters or fewer.',
    'snooze-not-ahead': 'Choose a time that is still to come.',
    'snooze-too-long': 'Choose a time within two months.',
    'already-closed': 'It is closed. Open it again first.',
    'not-closed': 'It is open already.',
    'in-quarantine': 'It is in quarantine. Release it first.',
    'not-in-quarantine': 'It is not in quarantine any more.',
    'on-its-way': 'The e-mail is on its way already.',
    'wrong-confirmation': 'That was not its reference, so nothing was deleted.',
    'unknown-person': 'That person has no access any more. Choose another.',
    'step-up-needed': 'Show your passkey again first.',
    'manager-only': 'Only managers may do that.',
    'too-many-inquiries': 'That is more than 5,000 inquiries. Choose a shorter time.',
    'wrong-period': 'Choose two days, the first before the second.',
    'nothing-found':
      'Nothing was found. Check what you typed. What came in within the last minute is in the list, but not found yet.',
    'unknown-act': 'That is not something this page can do.',
  },
}

/** The sentence an address names, if it names one. */
export function inboxSaidWords(name: string | undefined): string | undefined {
  return name !== undefined && Object.hasOwn(inbox.said, name) ? inbox.said[name as keyof typeof inbox.said] : undefined
}
