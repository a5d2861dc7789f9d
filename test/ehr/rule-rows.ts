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
  ...['3-agreed-earlier', '3-own-record-each', '3-parental-responsibility', '3-attorney'],
  ...['3-next-of-kin', '3-competent-young-person', '3-sixteen', '3-stands', '3-nobody-to-ask'],
  ...['3-refused', '3-serious-risk', '3-deceased', '3-certifying-death', '3-alive'],
  ...['3-restricted', '3-restricted-opened', '3-very-restricted'],
];

/** Chapter 4: each reason of the table, and what is said under it. */
const breakGlass = [
  ...['4-unconscious', '4-lacks-capacity', '4-not-reachable', '4-risk-in-asking', '4-other'],
  ...['4-public-interest', '4-required-by-statute', '4-required-by-court-order'],
  ...['4-off-by-default', '4-short-justification', '4-private-words', '4-told', '4-review-feed'],
];

/** Chapter 6: each outcome to be told apart. */
const identity = [
  ...['6-match', '6-preferred-name', '6-birth-date-differs', '6-surname-differs'],
  ...['6-given-differs', '6-both-names-differ', '6-gender-differs', '6-middle-name'],
  ...['6-former-name', '6-address-differs', '6-superseded', '6-invalidated', '6-not-found'],
  ...['6-several', '6-restricted', '6-deceased-formal', '6-deceased-informal'],
];

/** Chapter 7. */
const people = [
  ...['7-clinical-practitioner', '7-nurse', '7-health-professional', '7-legacy-role'],
  ...['7-role-map', '7-student', '7-not-clinical', '7-unknown-role', '7-no-role'],
  ...['7-privacy-officer', '7-role-of-session', '7-role-chosen', '7-own-number'],
  ...['7-namesake', '7-not-me', '7-colleague'],
];

/** Chapter 8: each state of the table, the hazard under it, and the four allergy headings. */
const absence = [
  ...['8-not-sharing', '8-dissent', '8-no-relationship', '8-not-known', '8-withheld'],
  ...['8-in-transit', '8-awaiting-filing', '8-no-answer', '8-failed', '8-unavailable'],
  ...['8-stale', '8-nothing-recorded', '8-asserted-none', '8-disagreement', '8-nilknown'],
  ...['8-allergies-known', '8-allergies-not-recorded'],
];

export const ruleRows: readonly string[] = [
  ...[...terms, ...consents, ...breakGlass, ...identity, ...people, ...absence],
];
