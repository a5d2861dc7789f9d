import { screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { OwnPermit } from '../../src/domain/access.ts';
import type { AtGate, Unrecorded } from '../../src/flow/state.ts';
import { atGate, decided, failure, named, permitted, registrar, verified } from './fixtures.ts';
import { brokenRules, renderApp } from './render-app.tsx';

const permit: OwnPermit = {
  consentId: 'consent-7',
  basis: { type: 'patient-agreed' },
  confirmed: [],
  declared: [],
  roleKey: 'role-1',
  encounterId: 'enc-1',
  recordedAt: '2026-11-22T09:10:00Z',
  until: '2026-11-22T21:10:00Z',
};

function standingGate(part: Partial<OwnPermit> = {}, gate: AtGate = atGate()): AtGate {
  return { ...gate, stands: { ...permit, ...part } };
}

const confirmed = {
  type: 'confirm-permission',
  decision: { confirmed: [], role: registrar.id },
} as const;

describe('permission that stands for the encounter', () => {
  it('says who said yes, when, and until when, in place of the five answers', async () => {
    const { container } = renderApp(standingGate());
    expect(screen.getByRole('heading', { name: 'Permission given earlier stands' })).toBeVisible();
    const main = screen.getByRole('main');
    expect(main).toHaveTextContent(/The patient agreed\. Recorded 22-Nov-2026 09:10/);
    expect(main).toHaveTextContent(/stands for this encounter, until 22-Nov-2026 21:10/);
    expect(main).toHaveTextContent('I am involved in this patient’s care.');
    expect(screen.queryAllByRole('radio')).toEqual([]);
    expect(await brokenRules(container)).toEqual([]);
  });

  it.each([
    [{ type: 'young-person-agreed' }, 'The young person understands and agreed.'],
    [
      { type: 'agreed-earlier', askedBy: 'Ben <b>Carver</b>', askedAt: '08:00' },
      'The patient agreed earlier: asked by Ben <b>Carver</b>, 08:00.',
    ],
    [{ type: 'proxy-agreed', proxy: 'deputy' }, 'Court-appointed deputy agreed.'],
  ] as const)('names who decided: %o', (basis, words) => {
    renderApp(standingGate({ basis }));
    expect(screen.getByRole('main')).toHaveTextContent(words);
  });

  it('does without an end that nobody gave', () => {
    renderApp(standingGate({ until: null }));
    expect(screen.getByText('It stands for this encounter.')).toBeVisible();
  });

  it('is confirmed once, however often the button is pressed', async () => {
    const { user, sent } = renderApp(standingGate());
    await user.dblClick(screen.getByRole('button', { name: 'Confirm and open' }));
    expect(sent).toEqual([confirmed]);
  });

  it('is confirmed by no key but on the button itself', async () => {
    const { clinician: asker, ...found } = verified();
    const { user, sent, show } = renderApp({
      ...{ step: 'traced', key: 'launch-1', ...found, asker, clinician: null, standing: null },
    });
    show(standingGate());
    await user.keyboard('{Enter}');
    expect(sent).toEqual([]);
  });

  it('still asks for what differs, and is let through once it was checked', async () => {
    const gate = atGate({ patient: named('Mensah', 'Grace') });
    const { user, sent } = renderApp(standingGate({}, gate));
    const box = screen.getByLabelText('I have checked this is the same person');
    expect(box).not.toBeChecked();
    await user.click(screen.getByRole('button', { name: 'Confirm and open' }));
    expect(sent).toEqual([]);
    await user.click(box);
    await user.click(screen.getByRole('button', { name: 'Confirm and open' }));
    expect(sent).toMatchObject([{ decision: { confirmed: ['family'] } }]);
  });

  it('can be asked for again, which moves focus to the question', async () => {
    const { user, sent } = renderApp(standingGate());
    await user.click(screen.getByRole('button', { name: 'Ask again' }));
    expect(
      screen.getByRole('heading', { name: 'Do you have permission to view this record?' }),
    ).toHaveFocus();
    const radios = screen.getAllByRole('radio');
    expect(radios).toHaveLength(5);
    for (const radio of radios) expect(radio).not.toBeChecked();
    await user.click(screen.getByLabelText('Yes, the patient agreed'));
    await user.click(screen.getByRole('button', { name: 'Confirm and open' }));
    expect(sent.map(({ type }) => type)).toEqual(['decide']);
  });

  it('ends where the patient has changed their mind', async () => {
    const { user, sent } = renderApp(standingGate());
    await user.dblClick(screen.getByRole('button', { name: 'The patient has changed their mind' }));
    expect(sent).toEqual([{ type: 'refuse-permission' }]);
  });

  it('can be left', async () => {
    const { user, sent } = renderApp(standingGate());
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(sent).toEqual([{ type: 'close-gate' }]);
  });
});

describe('standing permission that could not be recorded', () => {
  const failed: Unrecorded = {
    ...standingGate(),
    step: 'unrecorded',
    decided: {
      ...decided({ basis: permit.basis }),
      reopens: { type: 'same-encounter', consentId: permit.consentId },
    },
    failure,
  };

  it('is tried again as the same decision', async () => {
    const { user, sent } = renderApp(failed);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(sent).toEqual([{ type: 'retry-record' }]);
  });

  it('is not what is recorded once the patient was asked again', async () => {
    const { user, sent } = renderApp(failed);
    await user.click(screen.getByRole('button', { name: 'Ask again' }));
    await user.click(screen.getByLabelText('Yes, the patient agreed'));
    await user.click(screen.getByRole('button', { name: 'Confirm and open' }));
    expect(sent).toMatchObject([{ type: 'decide', decision: { basis: permit.basis } }]);
  });

  it('cannot be changed while it is recorded', async () => {
    const { user, sent } = renderApp({ ...permitted(standingGate()), decided: failed.decided });
    for (const name of ['Recording…', 'Ask again', 'Close', 'The patient has changed their mind']) {
      await user.click(screen.getByRole('button', { name }));
    }
    expect(sent).toEqual([]);
    expect(screen.queryAllByRole('radio')).toEqual([]);
  });
});
