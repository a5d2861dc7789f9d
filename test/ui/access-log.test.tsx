import { screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { AccessLogEntry } from '../../src/domain/access-log.ts';
import type { LogView } from '../../src/flow/state.ts';
import { failure, now, on, showing } from './fixtures.ts';
import { heard } from './heard.ts';
import { brokenRules, renderApp } from './render-app.tsx';

const mine: AccessLogEntry = {
  id: '1',
  recorded: now,
  person: 'Dr Amina Mensah',
  role: 'Emergency registrar',
  organisation: 'Oxford University Hospitals',
  organisationCode: 'RTH',
  outcome: 'opened',
  breakGlass: true,
  purpose: 'emergency',
  reason: { code: 'unconscious', text: 'Words of the exchange' },
  reopened: true,
  printed: false,
  isYou: true,
};
const others: AccessLogEntry = {
  id: '2',
  recorded: on('2026-11-20T08:00:00Z'),
  person: null,
  role: 'Receptionist',
  organisation: null,
  organisationCode: null,
  outcome: 'refused',
  breakGlass: false,
  purpose: 'not-stated',
  reason: { code: 'wrong-role', text: null },
  reopened: false,
  printed: false,
  isYou: false,
};

function open(log: LogView) {
  const app = renderApp(showing({}, { log }));
  return { ...app, log: within(screen.getByRole('region', { name: 'Access log' })) };
}

const cells = (row: HTMLElement | undefined) =>
  row ? within(row).getAllByRole('cell').map(heard) : [];

describe('the access log', () => {
  it('says who, in which role, from where, when, how and why, and which row is you', async () => {
    const { log, container } = open({ type: 'loaded', entries: [mine, others] });
    const [, first, second] = log.getAllByRole('row');
    expect(first).toHaveTextContent('22-Nov-2026 15:42');
    expect(cells(first)).toEqual([
      'Dr Amina Mensah (this is you)',
      'Emergency registrar',
      'Oxford University Hospitals',
      '22 November 2026 at 15:42',
      'Emergency',
      'Unconscious or cannot communicate, and care is urgent',
      'Opened by break glass, opened again',
    ]);
    expect(cells(second)).toEqual([
      'Not given',
      'Receptionist',
      'Not given',
      '20 November 2026 at 08:00',
      'Not stated',
      'Role not allowed',
      'Refused',
    ]);
    expect(await brokenRules(container)).toEqual([]);
  });

  it.each([
    [{ outcome: 'opened', breakGlass: false }, 'Opened'],
    [{ outcome: 'abandoned', breakGlass: false }, 'Not opened'],
  ] as const)('tells an opening from an attempt: %o', (part, outcome) => {
    const { log } = open({ type: 'loaded', entries: [{ ...mine, reopened: false, ...part }] });
    expect(cells(log.getAllByRole('row')[1])[6]).toBe(outcome);
  });

  it.each([
    ['legal', 'Required by law'],
    ['direct-care', 'Direct care'],
  ] as const)('says the purpose in words: %s', (purpose, words) => {
    const { log } = open({ type: 'loaded', entries: [{ ...mine, purpose }] });
    expect(cells(log.getAllByRole('row')[1])[4]).toBe(words);
  });

  it.each([
    [{ code: 'patient-agreed', text: null }, 'The patient agreed'],
    [{ code: 'mismatch-birthDate', text: null }, 'Details differ between systems'],
    [{ code: 'of-another-exchange', text: 'Their <b>words</b>' }, 'Their <b>words</b>'],
    [{ code: 'constructor', text: null }, 'Not given'],
    [{ code: null, text: 'Words alone' }, 'Words alone'],
    [null, 'Not given'],
  ])('says the coded reason in our words, else in the exchange’s: %o', (reason, words) => {
    const { log } = open({ type: 'loaded', entries: [{ ...mine, reason }] });
    expect(cells(log.getAllByRole('row')[1])[5]).toBe(words);
  });

  it('marks break glass and refusals by weight and a bar, not by colour alone', () => {
    const plain = { ...mine, id: '3', breakGlass: false };
    const { log } = open({ type: 'loaded', entries: [mine, others, plain] });
    const marked = log.getAllByRole('row').filter((row) => row.classList.contains('log__alert'));
    expect(marked.map((row) => cells(row).at(-1))).toEqual([
      'Opened by break glass, opened again',
      'Refused',
    ]);
  });

  it('says that it is being read', () => {
    expect(open({ type: 'loading' }).log.getByText('Reading the access log…')).toBeVisible();
  });

  it('says that it could not be read, which is not empty', () => {
    const { log } = open({ type: 'failed', failure });
    expect(log.getByText(/The access log could not be read/)).toHaveTextContent('Reference 7F3K');
    expect(log.queryByRole('table')).toBeNull();
  });

  it('finds an empty log odd, since this access is recorded', () => {
    const { log } = open({ type: 'loaded', entries: [] });
    expect(log.getByText(/came back empty/)).toBeVisible();
  });
});

describe('the access log filtered', () => {
  const many = Array.from({ length: 120 }, (_, index) => ({
    ...others,
    id: `row-${index}`,
    person: index % 2 === 0 ? 'Ben Carver' : 'Siân O’Rourke',
    recorded: on(`2026-11-${String((index % 20) + 1).padStart(2, '0')}T08:00:00Z`),
  }));
  const all = () => open({ type: 'loaded', entries: many });
  const rows = (log: ReturnType<typeof open>['log']) => log.getAllByRole('row').slice(1);

  it('shows the newest 50, then 50 more with focus on the first of them', async () => {
    const { log, user } = all();
    expect(rows(log)).toHaveLength(50);
    expect(cells(rows(log)[0])[3]).toContain('20 November 2026');
    await user.click(log.getByRole('button', { name: 'Show 50 more of 120' }));
    expect(rows(log)).toHaveLength(100);
    expect(rows(log)[50]).toHaveFocus();
    await user.click(log.getByRole('button', { name: 'Show 20 more of 120' }));
    expect(rows(log)).toHaveLength(120);
  });

  it('says how many openings and attempts there are until something is asked for', async () => {
    const { log, user } = open({ type: 'loaded', entries: [mine, { ...mine, id: '3' }, others] });
    expect(log.getByRole('status')).toHaveTextContent(/^2 openings and 1 attempt$/);
    await user.type(log.getByLabelText('Name contains'), ' ');
    expect(log.getByRole('status')).toHaveTextContent(/^2 openings and 1 attempt$/);
    await user.type(log.getByLabelText('From'), '2020-01-01');
    expect(log.getByRole('status')).toHaveTextContent(/^3 of 3 match$/);
  });

  it('finds people as names are written, and counts as it goes', async () => {
    const { log, user } = all();
    await user.type(log.getByLabelText('Name contains'), 'orourke{Enter}');
    expect(log.getByRole('status')).toHaveTextContent('60 of 120 match');
    expect(cells(rows(log)[0])[0]).toBe('Siân O’Rourke');
    await user.type(log.getByLabelText('Name contains'), 'x');
    expect(log.getByRole('status')).toHaveTextContent('0 of 120 match. None match.');
    expect(log.queryByRole('table')).toBeNull();
  });

  it('keeps the days between two dates, both included', async () => {
    const { log, user } = all();
    await user.type(log.getByLabelText('From'), '2026-11-03');
    await user.type(log.getByLabelText('To'), '2026-11-04');
    expect(log.getByRole('status')).toHaveTextContent('12 of 120 match');
    expect(new Set(rows(log).map((row) => cells(row)[3]?.split(' at ')[0]))).toEqual(
      new Set(['4 November 2026', '3 November 2026']),
    );
  });
});
