import { caller, writer } from './person.ts'
import { deed, type Scene } from './scene.ts'

/** What was held back. The last one is a person whom the signs accuse. */
export const quarantinedScenes: Scene[] = [
  {
    ago: 0.5,
    inquiry: writer('Winner', {
      message: 'Rank first: http://a.example http://b.example [url=http://c.example]c[/url]',
    }),
    signals: ['link-markup', 'sent-in-an-instant', 'no-accept-language'],
  },
  {
    ago: 5.2,
    inquiry: writer('Growth', { message: 'We guarantee you more patients. Limited offer, reply today.' }),
    signals: ['spam-phrases', 'sent-at-once'],
  },
  { ago: 9.5, inquiry: caller('Robot', 12, { message: '' }), signals: ['trap-filled', 'program-user-agent'] },
  {
    ago: 2.9,
    inquiry: caller('Anna', 13, { message: 'We are twelve in our group and all asked today from the same room.' }),
    signals: ['many-from-one-address'],
  },
]

/** What is over, one for each reason. */
export const closedScenes: Scene[] = [
  {
    ago: 22,
    inquiry: caller('Nadia', 14, { message: 'I want to come in.' }),
    deeds: [
      deed(0.5, 'desk', 'open'),
      deed(0.6, 'desk', 'attempt', 'reached'),
      deed(0.9, 'desk', 'note', 'DEMO note: first visit on Thursday.'),
      deed(1, 'desk', 'close', 'booked'),
    ],
  },
  {
    ago: 24,
    inquiry: writer('Erik', { message: 'One question only.' }),
    deeds: [deed(2, 'doctor', 'open'), deed(2.2, 'doctor', 'attempt', 'wrote'), deed(2.3, 'doctor', 'close', 'talked')],
  },
  {
    ago: 28,
    inquiry: caller('Fatima', 15, { message: 'For my daughter, who is fifteen.', about: 'someone' }),
    deeds: [
      deed(4, 'doctor', 'open'),
      deed(4, 'doctor', 'attempt', 'reached'),
      deed(4.5, 'doctor', 'note', 'DEMO note: gave the number of a service for families.'),
      deed(4.6, 'doctor', 'close', 'not-a-fit'),
    ],
  },
  {
    ago: 40,
    inquiry: caller('Leo', 16, { message: 'Call me.', voicemail: 'no' }),
    deeds: [
      deed(1, 'desk', 'open'),
      deed(1, 'desk', 'attempt', 'no-answer'),
      deed(9, 'desk', 'attempt', 'no-answer'),
      deed(18, 'desk', 'attempt', 'no-answer'),
      deed(18.1, 'desk', 'close', 'no-reply'),
    ],
  },
  {
    ago: 31,
    inquiry: writer('Deals', { message: 'Cheap loans http://d.example' }),
    signals: ['link-markup'],
    deeds: [deed(3, 'desk', 'open'), deed(3.1, 'desk', 'close', 'spam')],
  },
  {
    ago: 10,
    inquiry: caller('Miriam', 17, { message: 'Our whole house shares one connection.' }),
    signals: ['many-from-one-address'],
    deeds: [deed(1, 'manager', 'open'), deed(1.1, 'manager', 'release'), deed(2, 'manager', 'attempt', 'reached')],
  },
]
