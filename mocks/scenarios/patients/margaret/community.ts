/** Margaret Elwood at Oxford Health (the earlier ReSPECT form) and with social care. */
import { words } from '../../build/coding.ts';
import { letter, letterTypes } from '../../build/documents.ts';
import { encounter } from '../../build/encounters.ts';
import { carePlan, resuscitationDecision } from '../../build/plans.ts';
import { flag } from '../../build/problems.ts';
import { writerFor } from '../../build/writer.ts';
import { problems } from '../../codes/problems.ts';
import { margaretAroundCommunity, margaretAroundSocialCare } from './around.ts';
import type { SourceRecord } from '../../types.ts';

const writer = writerFor('oxford-health', 'oh-10265');
const social = writerFor('social-care', 'sc-0518');
const nurse = 'Ruth Amadi, community matron';

export const margaretInCommunity: SourceRecord = {
  localId: writer.localId,
  resources: [
    resuscitationDecision(writer, {
      date: '2023-05-16',
      decision: 'for-cpr',
      by: nurse,
      note: 'ReSPECT, 16-May-2023, made with Mrs Elwood herself. Priority: living longer.',
    }),
    encounter(writer, {
      kind: 'HH',
      type: 'Memory service review at the care home',
      start: '2026-06-09T11:00:00+01:00',
      end: '2026-06-09T11:45:00+01:00',
      reason: problems.dementia,
      by: nurse,
    }),
    ...letter(writer, {
      type: letterTypes.advancePlan,
      title: 'ReSPECT form, 16-May-2023',
      date: '2023-05-16T12:00:00+01:00',
      by: nurse,
      lines: [
        'ReSPECT: recommended summary plan, 16-May-2023',
        'Oxford Health',
        '',
        'Margaret ELWOOD   Born 02-Jun-1936   NHS No. 999 000 0034',
        '',
        'Mrs Elwood wishes to live longer where treatment offers a fair chance of it.',
        'CPR attempts: recommended.',
        '',
        'Ruth Amadi, community matron',
      ],
    }),
    ...margaretAroundCommunity(writer),
  ],
  upTo: '2026-11-21T23:59:00+00:00',
};

export const margaretInSocialCare: SourceRecord = {
  localId: social.localId,
  resources: [
    carePlan(social, {
      category: words('Care home placement'),
      title: 'Residential care, dementia unit',
      description: 'Lives at The Withies. Needs help with all washing, dressing and meals.',
      start: '2022-02-07',
      recorded: '2026-02-11',
      by: 'Adult social care, city team',
      steps: ['Soft diet, thickened fluids', 'Walks with a frame and one person'],
    }),
    flag(social, {
      code: words('Deprivation of Liberty Safeguards authorisation in place'),
      category: 'admin',
      start: '2026-02-11',
      end: '2027-02-10',
    }),
    ...letter(social, {
      type: letterTypes.carePlan,
      title: 'About me, written with her daughter',
      date: '2026-03-02T14:00:00+00:00',
      by: 'Adult social care, city team',
      lines: ['About me', 'She likes the wireless on, and tea before anything else.'],
      format: 'word',
    }),
    ...margaretAroundSocialCare(social),
  ],
  upTo: '2026-11-20T18:00:00+00:00',
};
