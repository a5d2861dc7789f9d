/** Daniel Whitlock at Oxford Health, which answers last; social care, which does not answer. */
import { words } from '../../build/coding.ts';
import { allergy } from '../../build/allergies.ts';
import { letter, letterTypes } from '../../build/documents.ts';
import { encounter } from '../../build/encounters.ts';
import { carePlan, relatedPerson, relationships } from '../../build/plans.ts';
import { condition } from '../../build/problems.ts';
import { writerFor } from '../../build/writer.ts';
import { problems } from '../../codes/problems.ts';
import { danielAroundCommunity } from './around.ts';
import type { SourceRecord } from '../../types.ts';

const writer = writerFor('oxford-health', 'oh-40918');
const social = writerFor('social-care', 'sc-1207');
const coordinator = 'Adaeze Brook, care coordinator';

export const danielInCommunity: SourceRecord = {
  localId: writer.localId,
  resources: [
    allergy(writer, {
      code: words('Metoclopramide'),
      type: 'intolerance',
      category: 'medication',
      criticality: 'high',
      onset: '2021',
      recorded: '2025-03-11',
      reaction: {
        manifestation: words('Oculogyric crisis'),
        severity: 'severe',
        onset: '2021',
        description: 'Oculogyric crisis within an hour of 10 mg; settled with procyclidine',
      },
      by: 'Dr Yusuf Kaya, psychiatry',
    }),
    condition(writer, {
      code: words('Intentional overdose of insulin'),
      onset: '2025-03-08',
      clinical: 'inactive',
      recorded: '2025-03-11',
      by: 'Dr Yusuf Kaya, psychiatry',
    }),
    condition(writer, { code: problems.depression, onset: '2023-10', recorded: '2025-03-11' }),
    carePlan(writer, {
      category: words('Crisis plan'),
      title: 'Crisis plan',
      description: 'What helps when things get bad, agreed with Daniel.',
      start: '2026-05-19',
      recorded: '2026-05-19',
      by: coordinator,
      steps: [
        'He stops eating and stops answering the phone: treat as a warning',
        'Ask directly about insulin; limit pens at home to one week',
        'Call the crisis team day or night; his brother Simon may be told',
      ],
    }),
    relatedPerson(writer, {
      name: { family: 'Brook', given: 'Adaeze' },
      relationships: [relationships.careCoordinator],
      phone: '01632 960150',
      recorded: '2025-04-02',
    }),
    encounter(writer, {
      kind: 'AMB',
      type: 'Community mental health team review',
      start: '2026-10-20T13:00:00+01:00',
      end: '2026-10-20T13:50:00+01:00',
      reason: problems.depression,
      by: coordinator,
    }),
    ...letter(writer, {
      type: letterTypes.carePlan,
      title: 'Crisis plan',
      date: '2026-05-19T15:00:00+01:00',
      by: coordinator,
      format: 'pdf',
      lines: [
        'Crisis plan',
        'Oxford Health, adult mental health',
        '',
        'Daniel WHITLOCK   Born 03-Feb-1971   NHS No. 999 000 0026',
        'Agreed 19-May-2026. Review by 19-May-2027.',
        '',
        'Early signs: stops eating, stops answering the phone, gives things away.',
        'What helps: a walk, his brother, plain talk. Ask directly about insulin.',
        'Pens at home: one week at a time.',
        'Do not give metoclopramide: oculogyric crisis in 2021.',
        '',
        'Adaeze Brook, care coordinator',
      ],
    }),
    ...danielAroundCommunity(writer),
  ],
  latencyMs: 8_000,
  upTo: '2026-11-21T22:00:00+00:00',
};

export const danielInSocialCare: SourceRecord = {
  localId: social.localId,
  resources: [],
  fault: 'timeout',
};
