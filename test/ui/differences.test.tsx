import { within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { answered, coverage, open, section } from './all-answered.tsx';
import { gp, oh, on, ouh, report, sc, showing, verified } from './fixtures.ts';
import { heard } from './heard.ts';
import { allergy, medication } from './items.ts';
import { renderApp } from './render-app.tsx';

const hospital = { source: ouh.id };

describe('differences', () => {
  const differences = () => section('Differences');

  it('put each source’s own words side by side, and say who was compared', () => {
    open(
      allergy('Penicillin', hospital),
      allergy('no known drug allergy', { assertion: 'no-known-of-kind' }),
    );
    const [difference] = differences().getAllByRole('listitem');
    expect(difference).toHaveTextContent(/one source says none is known/);
    expect(differences().getByText(/^Compared: /)).toBeVisible();
  });

  it('say who was not compared where none was found', () => {
    const sources = [...answered.slice(0, 3), report(sc, 'timeout')];
    renderApp(showing({ sources, practice: gp.id }, { verified: verified({ coverage }) }));
    expect(differences().getByText(/^No differences found between/)).toHaveTextContent(
      'No differences found between GP, OUH and OH; SC not compared.',
    );
  });

  it('are not said to be none where fewer than two sources could be compared', () => {
    const sources = [
      report(gp, 'answered'),
      ...[ouh, oh, sc].map((each) => report(each, 'failed')),
    ];
    renderApp(showing({ sources, practice: gp.id }, { verified: verified({ coverage }) }));
    expect(differences().getByText(/^Nothing to compare/)).toHaveTextContent(
      'fewer than two sources answered in full. OUH, OH and SC not compared.',
    );
    expect(differences().queryByText(/No differences found/)).toBeNull();
  });
});

/** Twelve lines of the practice, newest first, and the hospital's older word that it was stopped. */
/** @param doses how many different ones the practice's twelve lines say */
const warfarin = (doses = 12) => [
  ...Array.from({ length: 12 }, (_, at) =>
    medication('Warfarin', {
      ...{ dose: `${(at % doses) + 1} mg at night`, date: on(`2026-10-${28 - at}`) },
    }),
  ),
  medication('Warfarin', {
    ...{ ...hospital, status: 'stopped', stopReason: 'bleed' },
    ...{ date: on('2026-01-12'), stopped: on('2026-01-12') },
  }),
];

describe('a drug of which one source has very many lines', () => {
  const stopped = 'Oxford University Hospitals Stopped 12 January 2026: bleed';
  const differing = () => {
    const difference = within(section('Differences').getAllByRole('listitem')[0] ?? document.body);
    const lines = () =>
      difference
        .getAllByRole('listitem')
        .map(heard)
        .filter((line) => !line.includes('more'));
    return { difference, lines };
  };
  const critical = () => {
    const heading = section('Critical medicines').getByRole('heading', { name: /^Warfarin/ });
    return within(heading.parentElement ?? heading)
      .getAllByRole('listitem')
      .map(heard);
  };

  it('is cut short among the differences only where its source has said the same', async () => {
    const { user } = open(...warfarin(3));
    const { difference, lines } = differing();
    expect(lines()).toHaveLength(4);
    expect(lines()).toContain(stopped);
    await user.click(difference.getByRole('button', { name: '9 more lines about Warfarin' }));
    expect(lines()).toHaveLength(13);
  });

  it('is told in full among the differences where every line says another dose', () => {
    open(...warfarin());
    const { difference, lines } = differing();
    expect(lines()).toHaveLength(13);
    expect(difference.queryByRole('button', { name: /more lines/ })).toBeNull();
  });

  it('is cut short among critical medicines only where its source has said the same', () => {
    open(...warfarin(3));
    expect(critical()).toHaveLength(8);
    expect(critical()).toContain(stopped);
    expect(critical().at(-1)).toMatch(/^6 more/);
  });

  it('is told in full among critical medicines where every line says another dose', () => {
    open(...warfarin());
    expect(critical()).toHaveLength(13);
    expect(critical().join('\n')).toMatch(/12 mg at night/);
  });

  it('is cut short in its source’s column, with the rest a press away', async () => {
    const { user } = open(...warfarin());
    const table = section('Medicines').getByRole('table', { name: 'Current, source by source' });
    const cells = () =>
      within(within(table).getByRole('row', { name: /^Warfarin/ })).getAllByRole('cell');
    expect(cells()[0]).not.toHaveTextContent('7 mg at night');
    expect(cells()[1]).toHaveTextContent('Stopped 12-Jan-2026: bleed');
    await user.click(within(table).getByRole('button', { name: /^6 more/ }));
    expect(cells()[0]).toHaveTextContent('12 mg at night');
  });
});
