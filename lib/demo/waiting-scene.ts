import { caller, writer } from './person.ts'
import { deed, type Scene } from './scene.ts'

/** What waits for somebody: fresh, past half of its time, and late. */
export const waitingScenes: Scene[] = [
  {
    ago: 0.2,
    inquiry: caller('Maria', 1, {
      message: 'My doctor spoke of ketamine for drinking. What would the first visit be like?',
      topics: ['what-happens'],
      times: ['morning'],
    }),
  },
  {
    ago: 1.1,
    inquiry: caller('Dwayne', 2, {
      message: 'Please do not say where you call from. My family does not know that I asked.',
      topics: ['safety'],
      voicemail: 'no',
      otherAnswers: 'hang-up',
      times: ['afternoon'],
    }),
  },
  {
    ago: 1.6,
    inquiry: writer('Keiko', { message: 'How much is it, and does insurance pay any of it?', receipt: true }),
  },
  {
    ago: 2.4,
    inquiry: caller('Jean', 3, {
      message: 'Mwen ta renmen pale ak yon moun. Èske gen moun ki pale kreyòl?',
      language: { choice: 'other', other: 'Haitian Creole' },
    }),
    deeds: [
      deed(0.6, 'desk', 'open'),
      deed(0.7, 'desk', 'note', 'DEMO note: asked for an interpreter, call after two.'),
    ],
  },
  {
    ago: 4.6,
    inquiry: caller('Lucía', 4, {
      message: '¿Atienden en español? Es para mi hermano.',
      about: 'someone',
      topics: ['helping-someone'],
      language: { choice: 'es' },
      voicemail: 'no',
      otherAnswers: 'personal-call',
    }),
  },
  {
    ago: 5.9,
    inquiry: writer('Howard', {
      message: 'I am a primary care physician. May I refer a patient, and what do you need from me?',
      about: 'professional',
    }),
    deeds: [deed(1, 'doctor', 'open'), deed(1.1, 'doctor', 'take')],
  },
  {
    ago: 7.3,
    inquiry: caller('Renee', 5, { message: '', times: ['morning', 'evening'] }),
    deeds: [deed(1.2, 'manager', 'open'), deed(1.3, 'manager', 'take'), deed(1.4, 'manager', 'attempt', 'no-answer')],
  },
  {
    ago: 8.8,
    inquiry: caller('Oluwaseun', 6, {
      message: 'Is it safe with the medicine I take for my heart?',
      topics: ['safety'],
    }),
    deeds: [
      deed(0.9, 'desk', 'open'),
      deed(1, 'desk', 'attempt', 'no-answer'),
      deed(5, 'desk', 'attempt', 'left-voicemail'),
      deed(5.1, 'desk', 'note', 'DEMO note: friendly voice on the recording, left first names only.'),
    ],
  },
  {
    ago: 13,
    inquiry: writer('Priya', { message: 'Do you treat cocaine addiction as well?', topics: ['what-happens'] }),
  },
  {
    ago: 26,
    inquiry: caller('Walter', 7, {
      message: 'I am 71 and have never written to a clinic before. Whoever reads this may call at any time.',
      topics: ['safety', 'what-happens', 'cost'],
      times: ['morning', 'afternoon', 'evening'],
    }),
  },
]
