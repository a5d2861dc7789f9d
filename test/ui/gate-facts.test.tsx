import { screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { atGate, gp, named, oh, otherGp, participating, traced } from './fixtures.ts';
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
      { type: 'decide', decision: { basis: { type: 'patient-agreed' }, confirmed: ['family'] } },
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
          { source: oh, state: 'down', registeredPractice: false },
          { source: otherGp, state: 'not-sharing', registeredPractice: true },
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
  const opened = (...rows: readonly (readonly [string, boolean])[]) => {
    const gate = atGate();
    const known = rows.map(([recordedAt, breakGlass]) => ({ recordedAt, breakGlass }));
    const earlierOpenings = { type: 'known', rows: known } as const;
    renderApp({ ...gate, standing: { dissent: false, earlierOpenings } });
  };

  it('are counted, the last one dated, break glass said', () => {
    opened(['2026-10-02T08:00:00Z', true], ['2026-11-20T08:00:00Z', true]);
    const line = screen.getByText(/Opened 2 times before, last on/);
    expect(line).toHaveTextContent(/20-Nov-2026.*\(break glass\)\. Break glass 2 times in all\./);
  });

  it('say that there were none', () => {
    opened();
    expect(screen.getByText('Not opened before.')).toBeVisible();
  });

  it('say that they could not be read, which is not none', () => {
    const gate = atGate();
    renderApp({ ...gate, standing: { dissent: false, earlierOpenings: { type: 'not-known' } } });
    expect(screen.getByText('Earlier openings could not be read.')).toBeVisible();
    expect(screen.queryByText('Not opened before.')).toBeNull();
  });
});
