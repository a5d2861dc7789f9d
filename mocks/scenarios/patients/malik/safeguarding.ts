/** The child-protection plan of 04-Aug, one record for each twin. */
import { words } from '../../build/coding.ts';
import { carePlan } from '../../build/plans.ts';
import { flag } from '../../build/problems.ts';
import { writerFor } from '../../build/writer.ts';
import type { SourceRecord } from '../../types.ts';

const category = words('Child protection plan');

function childProtection(localId: string): SourceRecord {
  const writer = writerFor('social-care', localId);
  return {
    localId,
    resources: [
      flag(writer, {
        code: words('Child protection plan'),
        category: 'safeguarding',
        start: '2026-08-04',
      }),
      carePlan(writer, {
        category,
        title: 'Child protection plan',
        description: 'Category: neglect. Any unexplained injury or missed visit: call the team.',
        start: '2026-08-04',
        recorded: '2026-08-04',
        by: 'Children’s social care, assessment team',
        steps: [
          'Named social worker: Orla Finch, 01632 960149, out of hours 01632 960148',
          'Home visit every ten working days',
          'Next review conference 26-Jan-2027',
        ],
      }),
    ],
    upTo: '2026-11-20T18:00:00+00:00',
  };
}

export const ayaanInSocialCare = childProtection('sc-5571');
export const aryanInSocialCare = childProtection('sc-5572');
