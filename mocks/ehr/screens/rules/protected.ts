/** Records shut whatever the answer: a death, and a place that must not be known (chapter 3). */
import { table, trail } from './entry.ts';

const summary = 'Access log';
const isProtected = 'This record is protected and cannot be opened here';

export const protectedRules = table('consents', [
  [
    '3-deceased',
    'Formally recorded as having died: shut by default',
    'gp sam-patel',
    'winifred',
    'look',
    'This patient is recorded as having died',
    trail.refused,
  ],
  [
    '3-certifying-death',
    'Where policy allows it: opened to certify this death, for nothing else',
    'epr amina-mensah',
    'winifred',
    'break-glass:certifying-death',
    'Opened by break glass',
    trail.glass,
  ],
  [
    '3-alive',
    'An informal or wrong death notice: “The patient is alive” goes on, recorded',
    'epr amina-mensah',
    'winifred+informal-notice',
    'alive-and-agree',
    summary,
    trail.opened,
  ],
  [
    '3-restricted',
    'Restricted: shut by default',
    'gp sam-patel',
    'leila',
    'look',
    isProtected,
    trail.refused,
  ],
  [
    '3-restricted-opened',
    'Where policy opens it: every trace of location removed at the exchange',
    'epr amina-mensah',
    'leila',
    'agree',
    'Location is protected',
    trail.opened,
  ],
  [
    '3-restricted-by-host',
    'Restricted in the host alone: shut all the same',
    'gp sam-patel',
    'leila+host-restricted-only',
    'look',
    isProtected,
    trail.untraced,
  ],
  [
    '3-restricted-by-both',
    'Restricted in both: opened where policy says so',
    'epr amina-mensah',
    'leila+both-restricted',
    'agree',
    'Location is protected',
    trail.opened,
  ],
  [
    '3-very-restricted',
    'Very restricted: shut everywhere',
    'epr amina-mensah',
    'leila+very-restricted',
    'look',
    isProtected,
    trail.refused,
  ],
]);
