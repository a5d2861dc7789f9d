import { screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { SourceReport } from '../../src/domain/source.ts';
import { entryKinds } from '../../src/domain/summary/section-kind.ts';
import type { Summary } from '../../src/domain/summary/summary.ts';
import { gp, oh, ouh, report, sc, showing, verified } from './fixtures.ts';
import { heard } from './heard.ts';
import { entry, problem } from './items.ts';
import { renderApp } from './render-app.tsx';

/** With no sources but those given. */
const open = (summary: Partial<Summary>) =>
  renderApp(showing(summary, { verified: verified({ coverage: [] }) }));

const nothing = () => within(screen.getByRole('region', { name: 'Nothing to show' }));
const rows = () =>
  nothing()
    .getAllByRole('listitem')
    .map((row) => row.textContent);

describe('sections nobody has anything of', () => {
  it('stand in one place, those with one reason together, each source named', () => {
    open({
      items: [problem('Asthma')],
      sources: [report(gp, 'answered'), report(ouh, 'not-known'), report(oh, 'timeout')],
    });
    expect(rows()).toEqual([
      expect.stringMatching(
        /^Safeguarding, .*Devices, .*and Other: Hollow Way Medical Centre looked: nothing recorded. Oxford University Hospitals does not know this patient. Oxford Health: no answer.$/,
      ),
    ]);
  });

  it('are told apart by what each source keeps', () => {
    const keeps: SourceReport = { ...report(sc, 'timeout'), keeps: ['contact', 'need'] };
    open({ sources: [report(gp, 'answered'), keeps] });
    expect(rows()).toEqual([
      expect.stringMatching(/Devices.*: Hollow Way Medical Centre looked: nothing recorded.$/),
      'Contacts and Reasonable adjustments and communication: ' +
        'Hollow Way Medical Centre looked: nothing recorded. Social care: no answer.',
    ]);
  });

  it('are never plans, allergies, medicines, alerts or problems, which stand by themselves', () => {
    open({ sources: [report(gp, 'answered')] });
    expect(rows().join(' ')).not.toMatch(/Resuscitation|Allergies|Medicines|Alerts|Problems/);
    for (const name of ['Allergies not recorded', 'Medicines', 'Problems']) {
      expect(
        within(screen.getByRole('region', { name })).getByText(/looked: nothing recorded/),
      ).toBeVisible();
    }
  });

  it('never hide a section that has an entry, of any kind', () => {
    open({
      items: entryKinds.map((kind) => entry(kind, `One ${kind}`)),
      sources: [report(gp, 'answered')],
    });
    for (const kind of entryKinds) {
      if (kind === 'safeguarding') continue;
      expect(screen.getAllByText(`One ${kind}`)[0]).toBeVisible();
    }
    expect(rows().join(' ')).not.toMatch(/Alerts|Safeguarding|Devices|Other/);
  });
});

describe('plans and alerts nobody has', () => {
  it.each(['Resuscitation and emergency plans', 'Alerts'])(
    'have a line in their own place, with who looked and who did not answer: %s',
    (name) => {
      open({
        sources: [report(gp, 'not-sharing'), report(ouh, 'asking'), report(oh, 'answered')],
      });
      const line = screen.getByRole('region', { name });
      expect(heard(line)).toMatch(/Hollow Way Medical Centre has not agreed to share/);
      expect(heard(line)).toMatch(/Oxford University Hospitals still asking/);
      expect(heard(line)).toMatch(/Oxford Health nothing recorded/);
    },
  );
});

describe('a section that some have something of', () => {
  it('names who has nothing in it, and who did not answer', () => {
    open({
      items: [entry('device', 'Pacemaker', { source: ouh.id })],
      sources: [report(gp, 'answered'), report(ouh, 'answered'), report(oh, 'failed')],
    });
    const devices = screen.getByRole('region', { name: 'Devices' });
    expect(heard(devices)).toMatch(/Oxford Health failed/);
    expect(heard(devices)).toMatch(/Hollow Way Medical Centre nothing recorded/);
  });
});
