import { screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { AccessLogEntry } from '../../src/domain/access-log.ts';
import type { LogView } from '../../src/flow/state.ts';
import { failure, now, on, showing } from './fixtures.ts';
import { brokenRules, renderApp } from './render-app.tsx';

const mine: AccessLogEntry = {
  id: '1',
  recorded: now,
  person: 'Dr Amina Mensah',
  role: 'Emergency registrar',
  organisation: 'Oxford University Hospitals',
  outcome: 'opened',
  breakGlass: true,
  reason: 'Unconscious',
  isYou: true,
};
const others: AccessLogEntry = {
  id: '2',
  recorded: on('2026-11-20T08:00:00Z'),
  person: null,
  role: 'Receptionist',
  organisation: null,
  outcome: 'refused',
  breakGlass: false,
  reason: null,
  isYou: false,
};

function open(log: LogView) {
  const app = renderApp(showing({}, { log }));
  return { ...app, log: within(screen.getByRole('region', { name: 'Access log' })) };
}

const cells = (row: HTMLElement | undefined) =>
  row
    ? within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent)
    : [];

describe('the access log', () => {
  it('says who, in which role, from where, when, how and why, and which row is you', async () => {
    const { log, container } = open({ type: 'loaded', entries: [mine, others] });
    const [, first, second] = log.getAllByRole('row');
    expect(cells(first)).toEqual([
      '22-Nov-2026 15:4222 November 2026 at 15:42',
      'Dr Amina Mensah (this is you)',
      'Emergency registrar',
      'Oxford University Hospitals',
      'Break glass',
      'Unconscious',
    ]);
    expect(cells(second).slice(1)).toEqual([
      'Not given',
      'Receptionist',
      'Not given',
      'Refused',
      'Not given',
    ]);
    expect(await brokenRules(container)).toEqual([]);
  });

  it.each([
    [{ outcome: 'opened', breakGlass: false }, 'Permission'],
    [{ outcome: 'abandoned', breakGlass: false }, 'Not opened'],
  ] as const)('tells an opening from an attempt: %o', (part, how) => {
    const { log } = open({ type: 'loaded', entries: [{ ...mine, ...part }] });
    expect(cells(log.getAllByRole('row')[1])[4]).toBe(how);
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
