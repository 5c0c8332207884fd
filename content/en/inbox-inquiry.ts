/** Every word of one inquiry's page in the inbox, in English; staff read no other language here. */
export const inquiryWords = {
  back: 'Back to the list',
  viewing: '{names} has this open too.',
  quarantined: 'This looked like spam, so no e-mail was sent about it.',
  unopenable:
    'This inquiry cannot be opened here, because its key is not among the keys of this server. It is still stored. Put the copy of the key back.',
  sameSender: 'The same phone number or address also wrote:',

  safetyTitle: 'How to reach this person safely',
  noVoicemail: 'Do NOT leave a voicemail.',
  voicemail: 'You may leave a voicemail. Say only this:',
  voicemailWords: '“Hello, this is … [your first name]. Please call me back at {number}. Thank you.”',
  emailOnly: 'Answer by e-mail only. They gave no phone number.',
  emailNeutral: 'Somebody else may read that inbox. Do not mention treatment.',
  someoneElse: 'If someone else answers:',
  'personal-call': 'say it is a personal call, and that you will try again.',
  'hang-up': 'hang up.',
  unknownAnswer: 'they did not say what to do. Say nothing about the clinic.',
  times: 'Good times: {times}.',
  language: 'Language: {language}.',
  call: 'Call {number}',
  write: 'Write to {address}',

  attemptTitle: 'What happened?',
  attempts: {
    reached: 'I reached them',
    'no-answer': 'No answer',
    'left-voicemail': 'I left a voicemail',
    wrote: 'I wrote to them',
  },

  repliesTitle: 'Write with neutral words',
  repliesHint: 'These open your mail program with words that give nothing away. Read them before you send.',

  answersTitle: 'What they wrote',
  name: 'Name',
  writesFor: 'Writes for',
  asks: 'Asks about',
  message: 'Message',
  noMessage: 'They left this empty.',
  received: 'Received',

  noteTitle: 'Notes and history',
  noteLabel: 'Add a note',
  noteHint: 'Up to 2,000 characters. Notes are sealed like the inquiry, and deleted with it.',
  noteButton: 'Keep this note',
  noHistory: 'Nothing has happened yet.',
  by: 'by {name}',
  itself: 'by itself',
  noteUnopenable: '(This note cannot be opened: its key is not here.)',
  events: {
    reached: 'Reached them',
    'no-answer': 'No answer',
    'left-voicemail': 'Left a voicemail',
    wrote: 'Wrote to them',
    note: 'Note',
    given: 'Given to {detail}',
    'given-back': 'Given back to everybody',
    snoozed: 'Snoozed until {detail}',
    woken: 'Snooze ended',
    closed: 'Closed: {detail}',
    reopened: 'Opened again',
    released: 'Released from quarantine',
    'sent-again': 'E-mail to the clinic sent again',
  },

  ownerTitle: 'Who has it',
  ownerNobody: 'Nobody yet.',
  ownerNow: '{name} has it.',
  take: 'I take it',
  giveBack: 'Give it back to everybody',
  giveTo: 'Give it to',
  give: 'Give',

  snoozeTitle: 'Not now',
  snoozeLabel: 'Show it again',
  snooze: 'Snooze',
  wake: 'End the snooze',

  closeTitle: 'Close it',
  closeLabel: 'Why',
  closings: {
    talked: 'Talked, nothing more to do',
    booked: 'Booked',
    'not-a-fit': 'Not a fit',
    'no-reply': 'No reply',
    spam: 'Spam',
  },
  close: 'Close it',
  reopen: 'Open it again',

  quarantineTitle: 'Is this a person?',
  release: 'Yes: release it and send the e-mail',
  closeAsSpam: 'No: close it as spam',

  moreTitle: 'Rarely needed',
  sendAgain: 'Send the e-mail to the clinic again',
  export: 'Export this inquiry',
  delete: 'Delete it now',
  deleteHint: 'Deletes the inquiry and everything about it, for good. Only the audit keeps that it was deleted.',
  deleteConfirm: 'Type the reference to delete it',
  mailTitle: 'E-mail to the clinic',
}

/** Words a mail program opens with: neutral, because somebody else may read that inbox. */
export const savedReplies = [
  {
    label: 'Ask for a good time',
    subject: 'Your message',
    body: 'Hello {name},\n\nThank you for your message. When is a good time to talk, and at which number?\n\nKind regards,\n',
  },
  {
    label: 'We could not reach you',
    subject: 'Your message',
    body: 'Hello {name},\n\nWe tried to reach you and could not. You can answer this e-mail whenever it suits you.\n\nKind regards,\n',
  },
  { label: 'Write freely', subject: 'Your message', body: 'Hello {name},\n\n' },
]
