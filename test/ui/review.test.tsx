import { screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { ReviewEntry } from '../../src/domain/review.ts';
import type { Reviewing, ReviewView } from '../../src/flow/state.ts';
import { failure, on, registrar, verified } from './fixtures.ts';
import { heard } from './heard.ts';
import { brokenRules, renderApp } from './render-app.tsx';

const entry: ReviewEntry = {
  id: '1',
  recorded: on('2026-11-22T02:40:00Z'),
  person: 'Dr Amina Mensah',
  role: 'Emergency registrar',
  organisation: 'Oxford University Hospitals',
  organisationCode: 'RTH',
  outcome: 'opened',
  breakGlass: true,
  purpose: 'emergency',
  reason: { code: 'unconscious', text: null },
  reopened: false,
  printed: false,
  kind: 'break-glass',
  patient: 'P-7Q2M',
  justification: 'GCS 6 <script>alert(1)</script>',
};
const own: ReviewEntry = {
  ...entry,
  ...{
    id: '2',
    kind: 'own-record',
    person: 'Dr Sam Whitfield',
    recorded: on('2026-11-23T09:00:00Z'),
  },
  ...{ breakGlass: false, outcome: 'refused', justification: null, patient: null },
  reason: { code: 'own-record-certain', text: null },
};

function reviewing(review: ReviewView): Reviewing {
  const { session, clinician } = verified();
  return {
    ...{ step: 'reviewing', key: 'launch-1', session, user: clinician.user },
    ...{ role: registrar, review },
  };
}

const loaded = (entries: readonly ReviewEntry[]) => reviewing({ type: 'loaded', entries });
const rows = () => screen.getAllByRole('row').slice(1);
const cells = (row: HTMLElement | undefined) =>
  row ? within(row).getAllByRole('cell').map(heard) : [];

describe('the review feed', () => {
  it('lists what happened, newest first, with the justification as the text it is', async () => {
    const { container } = renderApp(loaded([entry, own]));
    expect(screen.getByRole('heading', { level: 1, name: 'Review feed' })).toBeVisible();
    expect(rows().map((row) => cells(row)[1])).toEqual(['Own record', 'Break glass']);
    expect(rows()[1]).toHaveTextContent('22-Nov-2026 02:40');
    expect(cells(rows()[1])).toEqual([
      '22 November 2026 at 02:40',
      'Break glass',
      'Dr Amina Mensah',
      'Emergency registrar',
      'Oxford University Hospitals',
      'Unconscious or cannot communicate, and care is urgent',
      'GCS 6 <script>alert(1)</script>',
      'P-7Q2M',
    ]);
    expect(cells(rows()[0]).slice(5)).toEqual(['Own record', 'None', 'Not known']);
    expect(await brokenRules(container)).toEqual([]);
  });

  it('has no patient on screen', () => {
    renderApp(loaded([entry]));
    expect(screen.queryByRole('region', { name: 'Patient' })).toBeNull();
    expect(document.body).not.toHaveTextContent(/OKAFOR|999 000/);
  });

  it('filters by kind, person and day, and counts as it goes', async () => {
    const { user } = renderApp(loaded([entry, own]));
    expect(screen.getByRole('status')).toHaveTextContent(/^2 entries$/);
    await user.selectOptions(screen.getByLabelText('What happened'), 'Break glass');
    expect(screen.getByRole('status')).toHaveTextContent('1 of 2 match');
    expect(rows()).toHaveLength(1);
    await user.type(screen.getByLabelText('Name contains'), 'whitfield');
    expect(screen.getByRole('status')).toHaveTextContent('0 of 2 match');
    await user.selectOptions(screen.getByLabelText('What happened'), 'Anything');
    expect(rows()).toHaveLength(1);
    await user.type(screen.getByLabelText('To'), '2026-11-22');
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('shows the first 50, then 50 more', async () => {
    const many = Array.from({ length: 70 }, (_, index) => ({ ...entry, id: `row-${index}` }));
    const { user } = renderApp(loaded(many));
    expect(rows()).toHaveLength(50);
    await user.click(screen.getByRole('button', { name: 'Show 20 more of 70' }));
    expect(rows()).toHaveLength(70);
    expect(rows()[50]).toHaveFocus();
  });

  it('says that it is being read, before and after its code has come', () => {
    renderApp(reviewing({ type: 'loading' }), { reviewLoaded: false });
    expect(screen.getByRole('status')).toHaveTextContent('One moment…');
  });

  it('says that there is nothing', () => {
    renderApp(loaded([]));
    expect(screen.getByText('Nothing to review.')).toBeVisible();
  });

  it('says that it could not be read, and is read again', async () => {
    const { user, sent, container } = renderApp(reviewing({ type: 'failed', failure }));
    expect(screen.getByRole('alert')).toHaveTextContent('We could not read the review feed');
    expect(screen.getByRole('alert')).toHaveTextContent('Reference 7F3K');
    expect(await brokenRules(container)).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(sent).toEqual([{ type: 'review-again' }]);
  });

  it('is closed', async () => {
    const { user, sent } = renderApp(loaded([entry]));
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(sent).toEqual([{ type: 'end' }]);
  });
});
