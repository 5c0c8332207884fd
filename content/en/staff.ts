/** Every word of the inbox's frame and sign-in, in English; staff read no other language here. */
export const staff = {
  frame: {
    name: 'Inbox',
    skip: 'Skip to the main part',
    viewsLabel: 'Inquiries',
    views: [
      { path: '/staff', label: 'Waiting' },
      { path: '/staff/mine', label: 'Mine' },
      { path: '/staff/snoozed', label: 'Snoozed' },
      { path: '/staff/closed', label: 'Closed' },
      { path: '/staff/quarantine', label: 'Quarantine' },
      { path: '/staff/attention', label: 'Needs attention' },
      { path: '/staff/search', label: 'Search' },
    ],
    managersLabel: 'For managers',
    managers: [
      { path: '/staff/overview', label: 'Overview' },
      { path: '/staff/audit', label: 'Audit' },
      { path: '/staff/export', label: 'Export' },
      { path: '/staff/people', label: 'People' },
    ],
    ownLabel: 'Your account',
    own: [
      { path: '/staff/passkeys', label: 'Passkeys' },
      { path: '/staff/sessions', label: 'Where you are signed in' },
    ],
    signOut: 'Sign out',
  },

  passkey: {
    noScript:
      'Passkeys need JavaScript, and it is switched off in this browser. Allow it for this page and load it again.',
    unsupported: 'This browser cannot use passkeys. Open this page in an up-to-date Chrome, Edge, Firefox or Safari.',
    asking: 'Your browser asks you now. Follow what it says.',
    stopped: 'That did not work, or it was stopped. Nothing was changed. Press the button to try again.',
    known: 'This device holds a passkey for you already. Use another device.',
    deviceLabel: 'A name for this device',
    deviceHint: 'So that you can tell your passkeys apart, like "Front desk computer" or "My phone".',
  },

  home: { title: 'Waiting' },

  signIn: {
    title: 'Sign in',
    lead: 'For the staff of the clinic. Use the passkey on this device, on your phone or on your security key.',
    button: 'Sign in with a passkey',
    lostTitle: 'I cannot use my passkey',
    lost: 'Use one of the recovery codes you printed. Then you make a new passkey on this device.',
    codeLabel: 'Recovery code',
    codeButton: 'Use this code',
    noCode: 'No code at hand? A manager can make you a new link under People.',
  },

  again: {
    title: 'You are signed out, and nothing was saved',
    lead: 'You can still send what you wrote. Keep this page open.',
    steps: [
      'Sign in in another tab.',
      'Come back to this tab.',
      'Load it again, and say yes when the browser asks if it should send again.',
    ],
    link: 'Sign in in another tab',
  },

  enrol: {
    title: 'Set up your sign-in',
    hello: 'Hello, {name}.',
    lead: 'You sign in with a passkey: your fingerprint, your face, or the PIN of this device. There is no password.',
    ends: 'This link works once, and for {minutes} more minutes.',
    button: 'Make a passkey',
    closedTitle: 'This link cannot be used',
    askAgain: 'Ask a manager for a new link. On the machine that runs the inbox: npm run staff -- link "Your name".',
  },

  passkeys: {
    title: 'Your passkeys',
    unpreparedTitle: 'One step before the inbox opens',
    unprepared:
      'With one passkey alone, a lost phone would lock you out. Print recovery codes, or make a passkey on a second device.',
    openInbox: 'Open the inbox',
    listTitle: 'Passkeys you have',
    added: 'Made {ago}',
    used: 'last used {ago}',
    unused: 'not used to sign in yet',
    remove: 'Remove',
    removeLabel: 'Remove {label}',
    addTitle: 'Make another passkey',
    addButton: 'Make a passkey',
    codesTitle: 'Recovery codes',
    noCodes: 'You have no recovery codes.',
    codesLeft: '{count} of your codes are unused.',
    printCodes: 'Print recovery codes',
    printNewCodes: 'Print new codes',
    confirmFirst: 'To change anything here, show your passkey again.',
    confirm: 'Show your passkey',
  },

  codes: {
    title: 'Your recovery codes',
    lead: 'Print this page and keep it where you keep your keys. Each code lets you make a new passkey, once.',
    for: 'For {name}, at {origin}/staff/sign-in',
    after: 'The codes begin to work when you press the button. Codes you printed earlier stop then.',
    button: 'I have them on paper',
    back: 'Back without codes',
  },

  confirm: {
    title: 'Show your passkey again',
    lead: 'This page can change who gets in, or take data out. So it asks who sits here now.',
    button: 'Show my passkey',
    back: 'Back to the inbox',
  },

  sessions: {
    title: 'Where you are signed in',
    lead: 'A session ends after 30 minutes without use, and after 12 hours at most.',
    this: 'This browser',
    signedIn: 'Signed in {ago}',
    seen: 'last used {ago}',
    end: 'End',
    endLabel: 'End the session on {device}, signed in {ago}',
    endOthers: 'End all others',
  },

  people: {
    title: 'People',
    lead: 'Everybody who may open the inbox.',
    roles: { staff: 'Staff', manager: 'Manager' },
    you: 'you',
    notBelieved: 'Can open nothing: not written by this inbox, or under another key',
    notEnrolled: 'Has not made a passkey yet',
    enrolled: { one: '1 passkey', many: '{count} passkeys' },
    seen: 'last here {ago}',
    disabled: 'No longer has access',
    link: 'New link',
    linkLabel: 'Make a new link for {name}',
    disable: 'Take access away',
    disableLabel: 'Take access away from {name}',
    addTitle: 'Add somebody',
    nameLabel: 'Name',
    roleLabel: 'Role',
    roleHints: { staff: 'Answers inquiries', manager: 'Also sees the overview and the audit, and adds people' },
    addButton: 'Add and make a link',
    newLinkTitle: 'Link for {name}',
    newLink: 'Give it to them in a way you trust. It works once, for {minutes} more minutes, and is shown only here.',
  },

  ago: { now: 'just now', minutes: '{count} min ago', hours: '{count} h ago', days: '{count} days ago' },

  /** What a page says about what was just done; the address names one of these and nothing else. */
  said: {
    refused: 'That passkey was not accepted. Try again, or use another one.',
    'unknown-passkey': 'This passkey is not known here. It may have been removed, or belong to another site.',
    'copied-passkey':
      'This passkey was used elsewhere in between, as if it had been copied. It was not accepted. Tell a manager.',
    unreadable: 'Nothing came from a passkey. Press the button and follow what the browser says.',
    expired: 'This page was open for too long. Try again.',
    forged: 'This page was open for too long. Try again.',
    replayed: 'This was sent already. Try again.',
    'too-many': 'Too many attempts. Wait five minutes, then try again.',
    'not-discoverable': 'This security key cannot keep a passkey. Use another key, or this device itself.',
    'known-passkey': 'This passkey is known already. Use another device.',
    'unknown-code': 'This code is not known, or was used already. Check it, or use the next one.',
    'unknown-link': 'There is no such link, or its time is over.',
    'expired-link': 'The time of this link is over: it worked for 15 minutes.',
    'used-link': 'This link was used already. If that was not you, tell a manager at once.',
    'signed-out': 'You are signed out.',
    added: 'Your new passkey works now.',
    'earlier-passkeys':
      'Your new passkey works now, and your earlier ones still do. Was a device lost? Remove its passkey from this list.',
    removed: 'The passkey was removed. It opens nothing any more.',
    'last-passkey': 'This is your only passkey. Make another one first.',
    'enough-passkeys': 'You have ten passkeys, which is the most. Remove one first.',
    'not-found': 'There was nothing to change: somebody may have done it already.',
    'not-fresh': 'Show your passkey again, then repeat what you did.',
    kept: 'Your recovery codes work now.',
    ended: 'The session was ended.',
    disabled: 'Access was taken away, and every session of that person ended.',
    'name-taken': 'Somebody with this name has access already. Choose another name.',
    'no-name': 'Type a name.',
    'own-access': 'You cannot take away your own access. Another manager can.',
    'managers-only': 'Only managers may open that page.',
  },
}

export type Said = keyof typeof staff.said

/** The sentence an address names, if it names one. */
export function saidWords(name: string | undefined): string | undefined {
  return name !== undefined && Object.hasOwn(staff.said, name) ? staff.said[name as Said] : undefined
}

/** A sentence with its gaps filled in. */
export function filled(words: string, values: Record<string, string | number>): string {
  return words.replace(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap))
}
