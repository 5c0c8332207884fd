/** The e-mail for a person who asked for a receipt. Somebody else may read that inbox, so it names nobody and nothing. */
export const receipt = {
  sender: 'Front desk',
  subject: 'We got your message',
  lines: [
    'We got your message. Someone will write to you.',
    'You asked for this e-mail when you wrote to us.',
    'No one reads answers to this e-mail.',
  ],
}
