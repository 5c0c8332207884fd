import { caller, writer } from './person.ts'
import { deed, type Scene } from './scene.ts'

/** What somebody is at work on: answered, put off, or with a mail that did not arrive. */
export const begunScenes: Scene[] = [
  {
    ago: 12,
    inquiry: caller('Sofia', 8, { message: 'I would like a call about my son.', about: 'someone' }),
    deeds: [
      deed(1, 'desk', 'open'),
      deed(1, 'desk', 'take'),
      deed(1.1, 'desk', 'attempt', 'no-answer'),
      deed(3.5, 'desk', 'attempt', 'reached'),
      deed(3.6, 'desk', 'note', 'DEMO note: spoke for ten minutes, will talk with her son and call back.'),
    ],
  },
  {
    ago: 15,
    inquiry: writer('Tom', { message: 'Which studies should I read first?', receipt: true }),
    deeds: [deed(2, 'manager', 'open'), deed(2, 'manager', 'take'), deed(2.5, 'manager', 'attempt', 'wrote')],
  },
  {
    ago: 18,
    inquiry: caller('Ines', 9, { message: 'I am away until next week.', language: { choice: 'es' } }),
    deeds: [deed(2, 'desk', 'open'), deed(2.1, 'desk', 'attempt', 'no-answer'), deed(2.2, 'desk', 'snooze', '3')],
  },
  {
    ago: 20,
    inquiry: caller('Bao', 10, { message: 'Could you call after my next appointment?', voicemail: 'no' }),
    deeds: [deed(3, 'manager', 'open'), deed(3, 'manager', 'take'), deed(3.2, 'manager', 'snooze', '1')],
  },
  {
    ago: 3.1,
    inquiry: caller('Grace', 11, { message: 'Please call me back.' }),
    trouble: { failure: 'address-refused' },
  },
  { ago: 6.4, inquiry: writer('Samir', { message: 'May I bring a friend?' }), trouble: { fate: 'bounced' } },
  {
    ago: 0.8,
    inquiry: caller('Walter', 7, { message: 'It is me again: I wrote some days ago, and nobody called.' }),
  },
]
