import { screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { AccessLogEntry } from '../../src/domain/access-log.ts';
import { gp, now, oh, on, ouh, registrar, report, sc, showing, verified } from './fixtures.ts';
import { heard } from './heard.ts';
import { allergy, entry, problem } from './items.ts';
import { markWords } from '../../src/ui/wording/marks.ts';
import { brokenRules, renderApp } from './render-app.tsx';

const sources = [gp, ouh, oh, sc].map((source) => report(source, 'answered'));
const asthma = problem('Asthma');
const late = allergy('Metoclopramide', { source: oh.id, reactions: ['oculogyric crisis'] });
const plan = entry('safeguarding', 'Child protection plan', { source: oh.id });
const arrived = showing({ items: [asthma, late, plan], sources }, { late: [late.key, plan.key] });
const said =
  'New since you opened. Oxford Health: 1 allergy (Metoclopramide), 1 safeguarding entry.';

describe('what arrives while it is being read', () => {
  it('Daniel: is said above what is read, marked on its row, and takes no focus', () => {
    const { show } = renderApp(showing({ items: [asthma], sources }));
    const heading = screen.getByRole('heading', { name: /^Problems/ });
    heading.focus();
    show(arrived);
    expect(screen.getByRole('region', { name: said })).toBeVisible();
    const row = screen.getByText('Metoclopramide').closest('li');
    expect(row).toHaveTextContent('Just arrived');
    expect(heading).toHaveFocus();
  });

  it('is read out once, with its source', () => {
    renderApp(arrived);
    const spoken = screen
      .getAllByRole('status')
      .filter((status) => status.textContent.includes('New since'));
    expect(spoken).toHaveLength(1);
    expect(spoken[0]).toHaveTextContent(said);
  });

  it('is listed on demand with the way to its section, safeguarding without its words', async () => {
    const { user, container } = renderApp(arrived);
    const notice = within(screen.getByRole('region', { name: said }));
    await user.click(notice.getByRole('button', { name: 'Show what arrived' }));
    const rows = notice.getAllByRole('listitem').map(heard);
    expect(rows).toEqual([
      'Oxford Health Metoclopramide Go to Allergies',
      'Oxford Health Go to Safeguarding',
    ]);
    expect(document.body).not.toHaveTextContent('Child protection plan');
    expect(await brokenRules(container)).toEqual([]);
  });

  it('stays until it is acknowledged', async () => {
    const { user, sent, show } = renderApp(arrived);
    await user.click(screen.getByRole('button', { name: 'I have seen them' }));
    expect(sent).toEqual([{ type: 'acknowledge-late' }]);
    expect(screen.getByText('Just arrived')).toBeVisible();
    show({ ...arrived, late: [] });
    expect(screen.queryByText('Just arrived')).toBeNull();
    expect(screen.queryByRole('region', { name: /^New since/ })).toBeNull();
  });
});

describe('what is new since this organisation last opened the record', () => {
  const opening = (part: Partial<AccessLogEntry>): AccessLogEntry => ({
    ...{ id: '1', recorded: on('2026-11-03T10:00:00Z'), person: 'Ben Carver', role: 'Nurse' },
    ...{ organisation: 'Oxford University Hospitals', organisationCode: 'RTH' },
    ...{ outcome: 'opened', breakGlass: false, purpose: 'direct-care', reason: null },
    ...{ reopened: false, printed: false, isYou: false },
    ...part,
  });
  const open = (entries: readonly AccessLogEntry[], clinician = verified().clinician) =>
    renderApp(
      showing(
        {
          items: [
            problem('Pneumonia', { recorded: on('2026-11-12') }),
            problem('Asthma', { recorded: on('2010-01-01') }),
          ],
          sources,
        },
        { log: { type: 'loaded', entries }, verified: verified({ clinician }) },
      ),
    );

  it('is marked, and one line says since when', () => {
    open([opening({ id: '2', recorded: now, isYou: true }), opening({})]);
    const problems = within(screen.getByRole('region', { name: 'Problems' }));
    expect(problems.getByText('Pneumonia').closest('li')).toHaveTextContent('New');
    expect(problems.getByText('Asthma').closest('li')).not.toHaveTextContent('New');
    expect(screen.getByText(/marked New/)).toHaveTextContent(
      /^1 entry marked New since Oxford University Hospitals last opened this record, 03-Nov-2026/,
    );
  });

  it('is said to be nothing where nothing came since', () => {
    open([opening({ recorded: on('2026-11-20T10:00:00Z') })]);
    expect(screen.getByText(/^Nothing new since Oxford University Hospitals/)).toBeVisible();
  });

  it('is not known where the log could not be read, and the line says so', () => {
    const failure = { kind: 'offline', status: null, reference: 'r-1' } as const;
    renderApp(showing({ sources }, { log: { type: 'failed', failure } }));
    expect(screen.getByText(/^Who opened this record before could not be read/)).toBeVisible();
  });

  it('is nothing where it never opened it, and the line says that', () => {
    open([opening({ organisation: 'Oxford Health', organisationCode: 'RNU' })]);
    expect(screen.queryByText('New')).toBeNull();
    expect(screen.queryByText(/marked New/)).toBeNull();
    expect(
      screen.getByText('Oxford University Hospitals has not opened this record before.'),
    ).toBeVisible();
  });

  it('is that of the role of this launch, where the user has roles in several', () => {
    const trust = { odsCode: 'RNU', name: 'Oxford Health' };
    const { clinician } = verified();
    const other = { ...registrar, id: 'role-2', organisation: trust };
    const both = { ...clinician, roles: [registrar, other] } as const;
    const named = { organisation: trust.name, organisationCode: trust.odsCode };
    open(
      [
        opening({ id: '3', recorded: now, isYou: true, ...named }),
        opening({ id: '2', recorded: on('2026-11-20T10:00:00Z') }),
        opening({ id: '1', ...named }),
      ],
      both,
    );
    expect(screen.getByText(/marked New/)).toHaveTextContent(
      /1 entry marked New since Oxford Health last opened this record, 03-Nov-2026/,
    );
  });

  it('is nothing while nobody can say in which of several roles it was opened', () => {
    const { clinician } = verified();
    const elsewhere = { ...registrar, id: 'role-2', organisation: null };
    open([opening({})], { ...clinician, roles: [registrar, elsewhere] });
    expect(screen.queryByText(/entry marked New/)).toBeNull();
    expect(screen.getByText(markWords.noOrganisation)).toBeVisible();
  });
});
