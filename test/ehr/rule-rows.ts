/** The rows of the rules, kept by hand: what must be there to be tried, whatever the tables say. */

/** Chapter 2: one for each term, and how it is accepted. */
const terms = [
  ...['2-consent-model', '2-permission', '2-break-glass', '2-withdrawn', '2-relationship'],
  ...['2-own-record', '2-visible', '2-verify', '2-not-all-share', '2-not-full'],
  ...['2-terms-first-use', '2-terms-accepted', '2-terms-put-off', '2-terms-once'],
];

/** Chapter 3: what counts as permission, what is break glass, refusal, death, restriction. */
const consents = [
  ...['3-dissent', '3-dissent-while-open', '3-dissent-reversed', '3-agreed-today'],
  ...['3-dissent-in-read', '3-dissent-scr', '3-dissent-again', '3-assent-in-read'],
  ...['3-agreed-earlier', '3-own-record-each', '3-parental-responsibility', '3-attorney'],
  ...['3-deputy', '3-young-person-refuses'],
  ...['3-next-of-kin', '3-competent-young-person', '3-sixteen', '3-stands', '3-nobody-to-ask'],
  ...['3-refused', '3-serious-risk', '3-deceased', '3-certifying-death', '3-alive'],
  ...[
    '3-restricted',
    '3-restricted-opened',
    '3-very-restricted',
    '3-restricted-by-host',
    '3-restricted-by-both',
  ],
];

/** Chapter 4: each reason of the table, and what is said under it. */
const breakGlass = [
  ...['4-unconscious', '4-lacks-capacity', '4-not-reachable', '4-risk-in-asking', '4-other'],
  ...['4-public-interest', '4-required-by-statute', '4-required-by-court-order'],
  ...['4-off-by-default', '4-short-justification', '4-private-words', '4-told', '4-review-feed'],
];

/** Chapter 5, as far as a host can send it. */
const numbers = [
  ...['5-missing', '5-check-digit', '5-repeated-digit', '5-letters', '5-several', '5-spaces'],
  ...['5-not-traced', '5-no-match', '5-conflict', '5-not-stated', '5-exchange-unverified'],
];

/** Chapter 6: each outcome to be told apart. */
const identity = [
  ...['6-match', '6-preferred-name', '6-birth-date-differs', '6-surname-differs'],
  ...['6-given-differs', '6-both-names-differ', '6-gender-differs', '6-middle-name'],
  ...['6-former-name', '6-address', '6-superseded', '6-invalidated', '6-not-found'],
  ...['6-several', '6-restricted', '6-deceased-formal', '6-deceased-informal'],
  ...['6-accents', '6-birth-date-missing', '6-deceased-host-only', '6-deceased-exchange-only'],
];

/** Chapter 7. */
const people = [
  ...['7-clinical-practitioner', '7-nurse', '7-health-professional', '7-legacy-role'],
  ...[
    '7-role-map',
    '7-student',
    '7-social-worker',
    '7-snomed',
    '7-not-clinical',
    '7-unknown-role',
    '7-no-role',
  ],
  ...['7-privacy-officer', '7-role-of-session', '7-role-chosen', '7-own-number'],
  ...['7-namesake', '7-not-me', '7-colleague'],
];

/** Chapter 8: each state of the table, the hazard under it, and the four allergy headings. */
const absence = [
  ...['8-not-sharing', '8-dissent', '8-no-relationship', '8-not-known', '8-withheld'],
  ...['8-in-transit', '8-awaiting-filing', '8-no-answer', '8-failed', '8-unavailable'],
  ...['8-stale', '8-nothing-recorded', '8-asserted-none', '8-disagreement', '8-nilknown'],
  ...['8-withheld-elsewhere', '8-all-fail', '8-allergies-known', '8-allergies-none-known'],
  ...['8-allergies-not-recorded', '8-allergies-unavailable'],
];

export const ruleRows: readonly string[] = [
  ...[...terms, ...consents, ...breakGlass, ...numbers, ...identity, ...people, ...absence],
];
