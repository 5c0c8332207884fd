/** Every word of the pages for managers, in English; staff read no other language here. */
export const managerWords = {
  overview: {
    title: 'Overview',
    lead: 'How soon people had a first answer, in working time. Counts only: nothing about anybody.',
    now: 'Now',
    waiting: 'waiting for a first answer',
    late: 'of them past due',
    oldest: 'the longest wait',
    figureTitle: 'Answered in time, of those answered',
    figureRead: 'Each bar is one week. The dark part was answered in time, the light part later.',
    none: 'Nobody was answered in these weeks yet.',
    weeksTitle: 'By week',
    columns: {
      week: 'Week from',
      received: 'Came in',
      spam: 'Spam',
      answered: 'Answered',
      inTime: 'In time',
      median: 'Half within',
      slowest: '9 of 10 within',
    },
    share: '{count} ({share} %)',
    atMost: '{minutes} min',
    atMostHours: '{hours} h',
    more: 'more than 40 h',
    unknown: '–',
    weeksNote:
      'Times are told in steps, as "at most". An inquiry that was deleted stays in the counts of its week, and nowhere else.',
  },
  audit: {
    title: 'Audit',
    lead: 'Who opened, changed, exported or deleted what. Nothing here can be changed, and nothing says what was written.',
    columns: { seq: 'No.', at: 'When', actor: 'Who', action: 'What', subject: 'Of what', detail: 'More' },
    older: 'Show older entries',
    newest: 'Back to the newest',
    whole: 'The chain of entries is whole, up to no. {seq}. Its newest mark is {hash}.',
    broken:
      'The chain of entries is broken at no. {seq}. Somebody or something changed the record. Keep the database as it is, and call whoever looks after it.',
    actors: {
      command: 'a command on the server',
      schedule: 'the server, by the clock',
      provider: 'the e-mail service',
    },
  },
  export: {
    title: 'Export',
    lead: 'Everything about the inquiries of some days, in the clear, as a table for a spreadsheet. It leaves the safety of this inbox: keep the file where patients’ records are kept, and delete it when it has served.',
    from: 'From',
    until: 'Until and including',
    button: 'Export these days',
    audited: 'That you exported, and which days, is kept in the audit.',
  },
}
