/** Grace Okafor in the community and with social care. */
import { snomed } from '../../build/coding.ts';
import { encounter } from '../../build/encounters.ts';
import { letter, letterTypes } from '../../build/documents.ts';
import { carePlan } from '../../build/plans.ts';
import { measured } from '../../build/results.ts';
import { writerFor } from '../../build/writer.ts';
import { vitals } from '../../codes/tests.ts';
import { graceAroundCommunity, graceAroundSocialCare } from './around.ts';
import type { SourceRecord } from '../../types.ts';

const community = writerFor('oxford-health', 'oh-77120');
const social = writerFor('social-care', 'sc-3381');

export const graceInCommunity: SourceRecord = {
  localId: community.localId,
  resources: [
    encounter(community, {
      kind: 'HH',
      type: 'District nurse visit',
      start: '2026-11-16T11:00:00+00:00',
      end: '2026-11-16T11:35:00+00:00',
      reason: { text: 'Observations after discharge' },
      by: 'Moira Teale, district nurse',
    }),
    measured(community, {
      test: vitals.heartRate,
      value: 62,
      when: '2026-11-16T11:10:00+00:00',
      category: 'vital-signs',
    }),
    ...letter(community, {
      type: letterTypes.clinicLetter,
      title: 'District nurse visit note',
      date: '2026-11-16T12:00:00+00:00',
      by: 'Moira Teale, district nurse',
      lines: [
        'DISTRICT NURSE VISIT, 16-Nov-2026',
        'Oxford Health',
        '',
        'Grace OKAFOR   Born 14-Jul-1945   NHS No. 999 000 0018',
        '',
        'Seen at home four days after discharge. No further black stools. Pulse 62, regular',
        'enough to count. Taking apixaban from the hospital bag. The old box of warfarin is',
        'still in the kitchen drawer: I have asked her son to return it to the pharmacy.',
      ],
    }),
    ...graceAroundCommunity(community),
  ],
  upTo: '2026-11-21T23:59:00+00:00',
};

export const graceInSocialCare: SourceRecord = {
  localId: social.localId,
  resources: [
    carePlan(social, {
      category: snomed('734163000', 'Care plan'),
      title: 'Home care package',
      description: 'A carer helps with washing and breakfast, seven mornings a week.',
      start: '2025-02-03',
      recorded: '2026-11-13',
      by: 'Adult social care, north team',
      steps: ['Morning call 08:00, 30 minutes', 'Key safe by the side door'],
    }),
    ...graceAroundSocialCare(social),
  ],
  upTo: '2026-11-20T18:00:00+00:00',
};
