type Proof = { file: string; title: string }
type Row = { fault: string; proofs: Proof[] }

const proof = (file: string, ...titles: string[]): Proof[] => titles.map((title) => ({ file, title }))

/** Every fault the funnel must live through, and the tests that do it to the product. `npm run test:faults` measures. */
export const matrix: Record<string, Row> = {
  F1: {
    fault: 'the site is killed while it accepts',
    proofs: [
      ...proof(
        'tests/faults/acceptance-crash.test.ts',
        'F1: killed at any point of acceptance',
        'F1: the control: a visitor who is not told',
      ),
      ...proof(
        'tests/faults/kill-run.test.ts',
        'site and delivery are killed again and again',
        'the control: when Resend',
      ),
    ],
  },
  F2: {
    fault: 'the delivery is killed while it sends',
    proofs: proof(
      'tests/faults/delivery-crash.test.ts',
      'F2: killed at any point of a delivery',
      'F2: the control: a Resend that forgets',
    ),
  },
  F3: {
    fault: 'the power fails',
    proofs: proof('tests/faults/power-cut.test.ts', 'F3: the power is cut again and again', 'F3: the control'),
  },
  F4: {
    fault: 'Resend gives every wrong answer there is',
    proofs: proof('tests/faults/provider.test.ts', 'whatever Resend does', 'the client as it comes does read it'),
  },
  F5: {
    fault: 'Resend is down for a day, its quota is used up, its key is revoked',
    proofs: proof('tests/lib/outbox/outage.test.ts', '24 hours without Resend', 'without the pause the same day'),
  },
  F6: {
    fault: 'Resend has forgotten the key',
    proofs: proof('tests/lib/outbox/outage.test.ts', 'a key that Resend has forgotten', 'without our 23 hours'),
  },
  F7: {
    fault: 'the disk is full, or can only be read',
    proofs: proof('tests/faults/disk.test.ts', 'F7: on a full disk', 'F7: on a disk that broke'),
  },
  F8: {
    fault: 'another process locks the database',
    proofs: proof('tests/faults/alone/locked.test.ts', 'F8: while another process locks'),
  },
  F9: {
    fault: 'PostgreSQL is killed, or ends connections',
    proofs: proof(
      'tests/faults/postgres-loss.test.ts',
      'F9: PostgreSQL is killed',
      'F9: connections are ended',
      'F9: the control',
    ),
  },
  F10: {
    fault: 'the clock jumps',
    proofs: proof('tests/faults/clock-jumps.test.ts', 'the clock of the machine jumps'),
  },
  F11: {
    fault: 'the same inquiry is sent fifty times at once',
    proofs: proof('tests/faults/many-presses.test.ts', 'fifty presses at once'),
  },
  F12: {
    fault: 'eight workers race for the same deliveries',
    proofs: [
      ...proof('tests/faults/many-workers.test.ts', 'F12: of eight workers', 'F12: the control'),
      ...proof('tests/faults/postgres-workers.test.ts', 'F12: two processes with four workers', 'F12: the control'),
    ],
  },
  F13: {
    fault: 'bodies that no keyboard makes',
    proofs: proof('tests/app/[locale]/contact/fuzz.test.ts', '10,000 bodies of anything', '9,400 forms of nasty text'),
  },
  F14: {
    fault: 'webhooks are forged, repeated and out of order',
    proofs: proof('tests/lib/outbox/provider-event.test.ts', 'the same news in any order'),
  },
  F15: {
    fault: 'ten thousand inquiries at once, Resend up and hanging',
    proofs: proof('tests/faults/alone/burst.test.ts', 'F15: a burst is accepted', 'F15: the control'),
  },
  F16: {
    fault: 'slow and idle connections',
    proofs: proof('tests/faults/alone/slow-clients.test.ts', 'F16: 2,000 idle connections'),
  },
  F17: {
    fault: 'SIGTERM under load',
    proofs: proof('tests/faults/drain.test.ts', 'SIGTERM while'),
  },
  F18: {
    fault: 'a damaged page, a wrong key, a lost key',
    proofs: [
      ...proof('tests/faults/damage.test.ts', 'F18: a damaged page', 'F18: one byte changed anywhere'),
      ...proof('tests/faults/start-up.test.ts', 'a lost key stops the start'),
    ],
  },
  F19: {
    fault: 'a migration is killed at any statement',
    proofs: proof('tests/faults/migration-kill.test.ts', 'F19: a migration killed at any statement'),
  },
  F20: {
    fault: 'what people wrote leaks',
    proofs: proof(
      'tests/faults/personal-data.test.ts',
      'F20: in notice mode, what people wrote',
      'F20: in notice mode, not in the local mailbox',
      'F20: in full mode',
      'F20: the control',
    ),
  },
  F21: {
    fault: 'the attacks on Next',
    proofs: proof('tests/faults/attacks.test.ts', 'after all of it, Next has said nothing', 'the control'),
  },
}
