/** The five invented-data systems the reference exchange asks, and how quick each usually is. */
import type { SourceKey, SourceProfile } from './types.ts';

const deadlineMs = 10_000;

/**
 * Fixed facts per source. ODS codes start with Z so that none is a real organisation's.
 * Latencies and deadlines are milliseconds of wall-clock time at speed 1.
 */
export const sourceProfiles: Readonly<Record<SourceKey, SourceProfile>> = {
  'hollow-way': {
    key: 'hollow-way',
    odsCode: 'Z99901',
    name: 'Hollow Way Medical Centre',
    shortName: 'GP',
    kind: 'gp',
    agreedToShare: true,
    latencyMs: 180,
    deadlineMs,
  },
  'bury-knowle': {
    key: 'bury-knowle',
    odsCode: 'Z99902',
    name: 'Bury Knowle Health Centre',
    shortName: 'GP',
    kind: 'gp',
    agreedToShare: false,
    latencyMs: 150,
    deadlineMs,
  },
  ouh: {
    key: 'ouh',
    odsCode: 'ZZH',
    name: 'Oxford University Hospitals',
    shortName: 'OUH',
    kind: 'acute',
    agreedToShare: true,
    latencyMs: 350,
    deadlineMs,
  },
  'oxford-health': {
    key: 'oxford-health',
    odsCode: 'ZZC',
    name: 'Oxford Health',
    shortName: 'OH',
    kind: 'community',
    agreedToShare: true,
    latencyMs: 500,
    deadlineMs,
  },
  'social-care': {
    key: 'social-care',
    odsCode: 'Z9S',
    name: "Oxfordshire adult and children's social care",
    shortName: 'SC',
    kind: 'social-care',
    agreedToShare: true,
    // No clinical lists: its silence hides no allergy, no medicine and no result.
    keeps: [
      ...(['contact', 'need', 'alert', 'safeguarding', 'social', 'functional'] as const),
      ...(['encounter', 'referral', 'appointment', 'care-plan', 'emergency-plan'] as const),
      'document',
    ],
    latencyMs: 700,
    deadlineMs,
  },
};
