/** The NHS number a host sends, in every state (rules, chapter 5). */
import { table, trail } from './entry.ts';

const gate = 'Do you have permission to view this record?';
const invalid = 'This patient’s NHS number is not valid';
const unverified = 'This patient’s NHS number is not verified';
const jo = 'epr jo-lindqvist';

export const numberRules = table('numbers', [
  [
    '5-missing',
    'No NHS number',
    jo,
    'liam+number-missing',
    'look',
    'This patient has no NHS number',
    trail.untraced,
  ],
  [
    '5-check-digit',
    'A wrong check digit',
    jo,
    'liam+number-check-digit',
    'look',
    invalid,
    trail.untraced,
  ],
  [
    '5-repeated-digit',
    'One digit repeated, though the arithmetic passes',
    jo,
    'liam+number-repeated-digit',
    'look',
    invalid,
    trail.untraced,
  ],
  [
    '5-letters',
    'Letters are never accepted',
    jo,
    'liam+number-letters',
    'look',
    invalid,
    trail.untraced,
  ],
  [
    '5-several',
    'Two different numbers',
    jo,
    'liam+two-numbers',
    'look',
    'This patient has more than one NHS number',
    trail.untraced,
  ],
  ['5-spaces', 'Spaces are accepted', jo, 'liam+number-spaced', 'look', gate, trail.asked],
  [
    '5-not-traced',
    'Present, not traced (02): stops',
    jo,
    'liam+number-not-traced',
    'look',
    unverified,
    trail.untraced,
  ],
  [
    '5-no-match',
    'Traced, no or several matches (04): stops',
    jo,
    'liam+number-no-match',
    'look',
    unverified,
    trail.untraced,
  ],
  [
    '5-conflict',
    'Trace conflict (05): stops',
    jo,
    'liam+number-conflict',
    'look',
    unverified,
    trail.untraced,
  ],
  ['5-not-stated', 'No status: goes on', jo, 'liam+number-not-stated', 'look', gate, trail.asked],
  [
    '5-exchange-unverified',
    'Not verified at the exchange: stops',
    jo,
    'liam+exchange-number-unverified',
    'look',
    unverified,
    trail.refused,
  ],
]);
