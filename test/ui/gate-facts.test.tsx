import { screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { EarlierOpening } from '../../src/domain/trace.ts';
import {
  atGate,
  gp,
  named,
  oh,
  otherGp,
  participating,
  registrar,
  showing,
  standing,
  traced,
  verified,
} from './fixtures.ts';
import { renderApp } from './render-app.tsx';

describe('is it the right patient', () => {
  it('says in one line what agrees, and shows both systems on demand', async () => {
    const { user } = renderApp(atGate());
    const line = screen.getByText('Same in both systems:').closest('summary');
    expect(line).toHaveTextContent(
      'Same in both systems: name, date of birth, gender, NHS number. Show',
    );
    expect(screen.queryByRole('checkbox')).toBeNull();
    if (line) await user.click(line);
    expect(screen.getByRole('row', { name: 'Surname Okafor Okafor' })).toBeInTheDocument();
  });

  it('opens a record with another surname only after it was confirmed', async () => {
    const { user, sent } = renderApp(atGate({ patient: named('Mensah', 'Grace') }));
    expect(screen.getByText('Surname differs').parentElement).toHaveTextContent(
      'Surname differsYour systemOkaforCare SummaryMensah',
    );
    await user.click(screen.getByLabelText('Yes, the patient agreed'));
    await user.click(screen.getByRole('button', { name: 'Confirm and open' }));
    expect(sent).toEqual([]);
    await user.click(screen.getByLabelText('I have checked this is the same person'));
    await user.click(screen.getByRole('button', { name: 'Confirm and open' }));
    expect(sent).toEqual([
      {
        type: 'decide',
        decision: {
          basis: { type: 'patient-agreed' },
          confirmed: ['family'],
          role: registrar.id,
        },
      },
    ]);
  });

  it('says a middle name on one side without asking for confirmation', () => {
    renderApp(atGate({ patient: named('Okafor', 'Grace', 'Adaeze') }));
    expect(
      screen.getByText('First names: Grace in your system, Grace Adaeze in the Care Summary.'),
    ).toBeVisible();
    expect(screen.queryByRole('checkbox')).toBeNull();
  });

  it('shows a gender that differs, which never shuts the record', () => {
    renderApp(atGate({ patient: { ...traced, gender: 'male' } }));
    expect(screen.getByText('Gender differs')).toBeVisible();
    expect(screen.queryByRole('checkbox')).toBeNull();
  });

  it('says nothing of an address', () => {
    renderApp(atGate({ patient: { ...traced, address: '7 Sorrel Lane' } }));
    expect(document.body).not.toHaveTextContent('Sorrel');
  });
});

describe('what will be missing', () => {
  it('names the patient’s own practice first and says not to read it as none', () => {
    renderApp(
      atGate({
        coverage: [
          { source: oh, state: 'down', registeredPractice: false, keeps: null },
          { source: otherGp, state: 'not-sharing', registeredPractice: true, keeps: null },
        ],
      }),
    );
    const practice = screen.getByText(/Bury Knowle Health Centre has not agreed to share/);
    expect(practice.parentElement).toHaveTextContent('Do not read this as none.');
    const other = screen.getByText(/Not included: Oxford Health \(not answering\)\./);
    expect(practice.compareDocumentPosition(other)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it('says nothing where every source takes part', () => {
    renderApp(atGate({ coverage: [participating(gp, true)] }));
    expect(screen.queryByText(/Not included|agreed to share/)).toBeNull();
  });
});

describe('earlier openings', () => {
  const opened = (...rows: readonly Partial<EarlierOpening>[]) => {
    const row = { recordedAt: '2026-11-20T08:00:00Z', breakGlass: false, own: false };
    const known = rows.map((part) => ({ ...row, profession: null, ...part }));
    const earlierOpenings = { type: 'known', rows: known } as const;
    renderApp({ ...atGate(), standing: { ...standing, earlierOpenings } });
  };

  it('by others in the last 7 days are counted, the last one told by time and profession', () => {
    opened(
      { recordedAt: '2026-11-22T09:10:00Z', breakGlass: true, profession: 'Staff nurse' },
      {},
      { recordedAt: '2026-11-15T08:00:00Z' },
    );
    expect(screen.getByText(/Opened by others/)).toHaveTextContent(
      'Opened by others 2 times in the last 7 days, last today 09:10 by a staff nurse (break glass).',
    );
  });

  it('say how many were by break glass, where the last does not', () => {
    opened(
      { recordedAt: '2026-11-22T09:10:00Z', profession: 'GP' },
      { breakGlass: true },
      { breakGlass: true },
    );
    expect(screen.getByText(/Opened by others/)).toHaveTextContent(
      /last today 09:10 by a GP\. Break glass 2 times in all\.$/,
    );
  });

  it('by the user are told apart, with the last one', () => {
    opened({ own: true }, { own: true, recordedAt: '2026-01-20T08:00:00Z' });
    expect(screen.getByText(/Not opened by others/)).toHaveTextContent(
      'Not opened by others in the last 7 days. You last opened it on 20-Nov-2026',
    );
  });

  it('say that there were none', () => {
    opened();
    expect(screen.getByText('Not opened by others in the last 7 days.')).toBeVisible();
  });

  it('count one whose date can not be read', () => {
    opened({ recordedAt: 'yesterday' });
    expect(screen.getByText(/Opened by others once/)).toHaveTextContent('a date that is not known');
  });

  it('show markup in a profession as the text it is', () => {
    opened({ recordedAt: '2026-11-22T09:10:00Z', profession: '<b>Nurse</b>' });
    expect(screen.getByText(/by a <b>Nurse<\/b>/)).toBeVisible();
  });

  it('say that they could not be read, which is not none', () => {
    const earlierOpenings = { type: 'not-known' } as const;
    renderApp({ ...atGate(), standing: { ...standing, earlierOpenings } });
    expect(screen.getByText('Earlier openings could not be read.')).toBeVisible();
    expect(screen.queryByText(/Not opened/)).toBeNull();
  });
});

describe('a protected record', () => {
  const restricted = { ...traced, restricted: 'restricted', address: '7 Sorrel Lane' } as const;
  const warning =
    'Location is protected. Address, phone, practice, appointments and letters are removed. ' +
    'Do not tell anyone where this patient is.';

  it('says under the banner, for as long as it is open, that location is protected', () => {
    const { show } = renderApp(atGate({ patient: restricted }));
    expect(screen.getByRole('banner')).toHaveTextContent(warning);
    show(showing({}, { verified: verified({ patient: restricted }) }));
    expect(screen.getByRole('banner')).toHaveTextContent(warning);
    expect(document.body).not.toHaveTextContent('Sorrel');
    show({ step: 'ended', key: 'launch-1' });
    expect(document.body).not.toHaveTextContent('Location is protected');
  });

  it('is not said of any other', () => {
    renderApp(atGate());
    expect(document.body).not.toHaveTextContent('Location is protected');
  });

  it('never tells which practice the patient is registered with', () => {
    const practice = {
      source: otherGp,
      state: 'not-sharing',
      registeredPractice: true,
      keeps: null,
    } as const;
    renderApp(atGate({ patient: restricted, coverage: [practice] }));
    expect(screen.getByText(/Not included: Bury Knowle/)).toBeVisible();
    expect(document.body).not.toHaveTextContent('GP medicines');
  });
});
