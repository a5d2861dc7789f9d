/** Plans on paper, whether an entry holds, what is said after a death, and files. */
import { within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Attachment } from '../../src/domain/summary/item.ts';
import { on, ouh } from './fixtures.ts';
import { entry, letter, result } from './items.ts';
import { printed } from './printed-paper.tsx';

const plans = 'Resuscitation and emergency plans';

describe('a resuscitation plan on paper', () => {
  const role = 'resuscitation' as const;

  it('sends the reader to the original', async () => {
    const { section } = await printed({
      items: [
        entry('emergency-plan', 'ReSPECT', { role, value: 'Not for attempted CPR' }),
        entry('emergency-plan', 'Asthma plan', { value: 'Blue inhaler' }),
      ],
    });
    const [decision, other] = within(section(plans)).getAllByRole('listitem');
    expect(decision).toHaveTextContent('ReSPECT: Not for attempted CPR · check the original');
    expect(other).not.toHaveTextContent('check the original');
  });

  it('that does not say what was decided says that it does not', async () => {
    const { section } = await printed({ items: [entry('emergency-plan', 'ReSPECT', { role })] });
    expect(section(plans)).toHaveTextContent('ReSPECT: Decision not stated · check the original');
  });

  it('stands first among the plans, wherever it was sent and whatever is filtered', async () => {
    const { section } = await printed(
      {
        items: [
          entry('emergency-plan', 'Asthma plan'),
          entry('emergency-plan', 'Old plan', { role, standing: 'past' }),
          entry('care-plan', 'ReSPECT', { role, source: ouh.id, value: 'For full treatment' }),
        ],
      },
      {},
      { hidden: new Set([ouh.id]) },
    );
    const listed = within(section(plans)).getAllByRole('listitem');
    expect(listed.map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('ReSPECT: For full treatment'),
      expect.stringContaining('Asthma plan'),
      expect.stringContaining('Old plan [Past]'),
    ]);
  });
});

describe('whether an entry holds', () => {
  it('is not said to be unstated of what was observed on a day', async () => {
    const standing = 'not-stated' as const;
    const { section } = await printed({
      items: [
        entry('social', 'Smoking', { standing, value: 'Ex-smoker' }),
        entry('functional', 'Mobility', { standing }),
        entry('pregnancy', 'Pregnant', { standing }),
        entry('device', 'Pacemaker', { standing }),
      ],
    });
    for (const name of ['Social context', 'Function and daily living', 'Pregnancy']) {
      expect(section(name)).not.toHaveTextContent('Status not stated');
    }
    expect(section('Devices')).toHaveTextContent('Pacemaker [Status not stated]');
  });

  it('is in words of the past for somebody who has died', async () => {
    const items = [
      entry('appointment', 'Heart failure review', { standing: 'planned' }),
      entry('encounter', 'Emergency admission'),
    ];
    const { section } = await printed({ items }, {}, { hasDied: true });
    expect(section('Appointments')).toHaveTextContent('[Planned before death]');
    expect(section('Admissions and visits')).toHaveTextContent('[No end stated]');
  });

  it('is in words of the present for the living', async () => {
    const items = [
      entry('appointment', 'Heart failure review', { standing: 'planned' }),
      entry('encounter', 'Emergency admission'),
    ];
    const { section } = await printed({ items });
    expect(section('Appointments')).toHaveTextContent('[Planned]');
    expect(section('Admissions and visits')).toHaveTextContent('[Still going on]');
  });
});

describe('a file, which is not printed,', () => {
  const file = (contentType: string | null): Attachment => ({
    ...{ url: 'Binary/1', contentType, title: null, size: null, hash: null, data: null },
  });

  it('is named with its kind, and where to read it', async () => {
    const attachments = [file('application/pdf'), file(null)];
    const { section } = await printed({
      items: [
        letter('Discharge summary', { attachments, date: on('2026-11-12') }),
        letter('Scan', { attachments: [file('application/dicom'), file('application/x-ours')] }),
        result('CT head', { value: 'No bleed', attachments: [file('application/pdf')] }),
        entry('care-plan', 'Falls plan', { attachments: [file('text/plain')] }),
      ],
    });
    const letters = section('Documents and letters');
    expect(letters).toHaveTextContent(
      'Discharge summary: File: PDF, open it on screen · File: kind not stated, open it on screen',
    );
    expect(letters).toHaveTextContent(
      'File: Medical image (DICOM), not opened here, look in the source · ' +
        'File of the kind application/x-ours, not opened here',
    );
    expect(section('Results')).toHaveTextContent('No bleed · File: PDF, open it on screen');
    expect(section('Care and support plans')).toHaveTextContent('File: Text, open it on screen');
  });
});
