/** Where sources disagree, on paper: every side, by name, and who was not compared. */
import { within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { gp, on, ouh, report, sc } from './fixtures.ts';
import { allergy, entry, medication, problem } from './items.ts';
import { printed } from './printed-paper.tsx';

const heading = 'Differences between sources';
const both = [report(gp, 'answered', '2026-10-28'), report(ouh, 'answered', '2026-11-22')];
const hospital = { source: ouh.id };
const role = 'resuscitation' as const;

const items = [
  medication('Warfarin 1 mg tablets', { dose: 'as per INR', date: on('2026-10-28') }),
  medication('Warfarin 1 mg tablets', {
    ...{ ...hospital, status: 'stopped', stopped: on('2026-11-12'), date: on('2026-11-12') },
  }),
  medication('Paracetamol 500 mg tablets', { dose: '1 g four times daily' }),
  medication('Paracetamol 500 mg tablets', { ...hospital, dose: '1 g four times daily' }),
  allergy('Penicillin', { ...hospital, reactions: ['anaphylaxis'], date: on('1998') }),
  allergy('no known drug allergy', { assertion: 'no-known-of-kind', date: on('2011') }),
  entry('emergency-plan', 'ReSPECT', { role, value: 'For full treatment', date: on('2024') }),
  entry('emergency-plan', 'ReSPECT', {
    ...{ ...hospital, role, value: 'Not for attempted CPR', date: on('2026') },
  }),
];

describe('differences on paper', () => {
  it('have every side, with its source and date', async () => {
    const { section } = await printed({ sources: both, items });
    const differences = section(heading);
    expect(differences).toHaveTextContent(
      /Warfarin.*: current by one source, stopped by another.*\[Stopped\].*\(OUH 12-Nov-2026\)/,
    );
    expect(differences).toHaveTextContent(/as per INR.*\(GP 28-Oct-2026\)/);
    expect(differences).toHaveTextContent(
      /one source says none is known.*\(GP 2011\).*\(OUH 1998\)/,
    );
    expect(differences).toHaveTextContent(
      /decisions differ.*Not for attempted CPR.*\(OUH 2026\).*For full treatment.*\(GP 2024\)/,
    );
    expect(differences).not.toHaveTextContent('Paracetamol');
    expect(differences).toHaveTextContent('Compared: GP and OUH; not compared: none.');
  });

  it('are marked where the entry is listed, and nothing else is', async () => {
    const { section } = await printed({ sources: both, items });
    const marked = (name: string) =>
      within(section(name))
        .getAllByRole('listitem')
        .flatMap(({ textContent }) => [
          ...textContent.matchAll(/(\w+)[^()[]*( \[[^\]]+\])?(?= \[differs\])/g),
        ])
        .map(([, title]) => title);
    expect(marked('Medicines')).toEqual(['Warfarin', 'Warfarin']);
    expect(marked('Known allergies')).toEqual(['Penicillin']);
    expect(section('Known allergies')).toHaveTextContent(
      'GP says “no known drug allergy” [differs] (GP 2011)',
    );
    expect(marked('Resuscitation and emergency plans')).toEqual(['ReSPECT', 'ReSPECT']);
    expect(section(heading)).not.toHaveTextContent('[differs]');
  });

  it('name the complete list that does not have a medicine', async () => {
    const { section } = await printed({
      ...{ sources: both, practice: gp.id },
      items: [
        medication('Ramipril', { dose: '5 mg daily' }),
        medication('Apixaban 2.5 mg tablets', { ...hospital, dose: '2.5 mg twice daily' }),
      ],
    });
    expect(section(heading)).toHaveTextContent('not on GP list (updated 28-Oct-2026)');
  });

  it('keep both sides, whatever a filter leaves out', async () => {
    const { section } = await printed({ sources: both, items }, {}, { hidden: new Set([ouh.id]) });
    expect(section(heading)).toHaveTextContent(/Not for attempted CPR.*\(OUH 2026\)/);
  });

  it('that are none name who was compared, and who was not', async () => {
    const sources = [...both, report(sc, 'timeout')];
    const { section } = await printed({ sources, items: [problem('Asthma')] });
    expect(section(heading)).toHaveTextContent(
      'No differences found between GP and OUH. Compared: GP and OUH; not compared: SC.',
    );
  });

  it('are not denied where one source alone answered', async () => {
    const sources = [report(gp, 'answered'), report(ouh, 'timeout')];
    const { section } = await printed({ sources, items: [problem('Asthma')] });
    expect(section(heading)).toHaveTextContent(
      /^Differences between sourcesNothing to compare: .*Compared: GP; not compared: OUH\.$/,
    );
    expect(section(heading)).not.toHaveTextContent('No differences');
  });
});
