import { screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { OwnPermit } from '../../src/domain/access.ts';
import { atGate, decided, failure, on, policy, registrar, traced } from './fixtures.ts';
import { brokenRules, renderApp } from './render-app.tsx';

const why = 'What do you need to know, and why now?';
const enough = 'Threatened her sister with a knife, police need the risk plan';
const open = 'Break glass and open';
const withLaw = {
  ...policy,
  breakGlassReasons: [
    'unconscious',
    'public-interest',
    'required-by-statute',
    'required-by-court-order',
    'certifying-death',
  ],
} as const;

const labels = (group: HTMLElement) =>
  within(group)
    .getAllByRole('radio')
    .map((radio) => (radio as HTMLInputElement).labels?.[0]?.textContent);

async function atRisk() {
  const app = renderApp(atGate(), { policy: withLaw });
  await app.user.click(screen.getByRole('button', { name: 'Someone is at risk of serious harm' }));
  return app;
}

describe('someone is at risk of serious harm', () => {
  it('is not offered where the deployer allows no such reason', () => {
    renderApp(atGate());
    expect(screen.queryByText(/at risk of serious harm/)).toBeNull();
  });

  it('opens the overriding reasons under the refusal, and none of them is chosen', async () => {
    const { container } = await atRisk();
    expect(screen.getByLabelText('No: the patient refused, or I have not asked')).toBeChecked();
    const group = screen.getByRole('group', { name: 'Why must this record be opened?' });
    expect(labels(group)).toEqual([
      'Public interest: someone is at risk of serious harm',
      'Required by statute',
      'Required by a court order',
    ]);
    for (const radio of within(group).getAllByRole('radio')) expect(radio).not.toBeChecked();
    expect(screen.getByText(/^I am involved in this patient’s care/)).toBeVisible();
    expect(await brokenRules(container)).toEqual([]);
  });

  it('needs a reason and a justification', async () => {
    const { user, sent } = await atRisk();
    await user.click(screen.getByRole('button', { name: open }));
    expect(sent).toEqual([]);
    await user.click(screen.getByRole('link', { name: 'Choose why this record must be opened' }));
    expect(screen.getByLabelText(/^Public interest/)).toHaveFocus();
    expect(screen.getByLabelText(why)).toHaveAccessibleDescription(/Error: Enter what you need/);
  });

  it('asks once more about a short justification, and records the reason', async () => {
    const { user, sent } = await atRisk();
    await user.click(screen.getByLabelText('Required by statute'));
    await user.type(screen.getByLabelText(why), 'Notify');
    await user.click(screen.getByRole('button', { name: open }));
    expect(sent).toEqual([]);
    await user.click(screen.getByRole('button', { name: open }));
    expect(sent).toMatchObject([
      { decision: { basis: { reason: 'required-by-statute', short: true } } },
    ]);
  });

  it('folds away again, and the refusal closes the record', async () => {
    const { user, sent } = await atRisk();
    const button = screen.getByRole('button', { name: 'Someone is at risk of serious harm' });
    expect(button).toHaveAttribute('aria-expanded', 'true');
    await user.click(button);
    expect(screen.queryByLabelText(why)).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Close record' }));
    expect(sent).toEqual([{ type: 'refuse-permission' }]);
  });

  it('stays out of the reasons for not asking, and takes none of theirs over', async () => {
    const { user, sent } = renderApp(atGate(), { policy: withLaw });
    await user.click(screen.getByLabelText('I cannot ask: break glass'));
    const reasons = screen.getByRole('group', { name: 'Why can you not ask?' });
    expect(labels(reasons)).toEqual(['Unconscious or cannot communicate, and care is urgent']);
    await user.click(screen.getByLabelText(/^Unconscious/));
    await user.type(screen.getByLabelText(why), enough);
    await user.click(screen.getByRole('button', { name: 'Someone is at risk of serious harm' }));
    await user.click(screen.getByRole('button', { name: open }));
    expect(sent).toEqual([]);
  });
});

describe('the record of someone who has died', () => {
  const deceased = { notice: 'formal', date: on('2026-11-19') } as const;
  const gate = atGate({ patient: { ...traced, deceased } });
  const certifying = 'I am certifying this death';

  it('asks why, never for permission', async () => {
    const { container } = renderApp(gate, { policy: withLaw });
    expect(screen.getByRole('heading', { name: 'Why do you need this record?' })).toBeVisible();
    const group = screen.getByRole('group', { name: 'Why do you need this record?' });
    expect(labels(group)).toEqual([certifying, 'No: I am not certifying this death']);
    for (const radio of screen.getAllByRole('radio')) expect(radio).not.toBeChecked();
    expect(await brokenRules(container)).toEqual([]);
  });

  it('asks so though permission was given before', () => {
    const stands: OwnPermit = {
      ...{ consentId: 'consent-7', confirmed: [], declared: [], roleKey: '', encounterId: 'enc-1' },
      ...{ recordedAt: '2026-11-22T09:10:00Z', until: null },
      basis: { type: 'patient-agreed' },
    };
    renderApp({ ...gate, stands }, { policy: withLaw });
    expect(screen.getByRole('heading', { name: 'Why do you need this record?' })).toBeVisible();
  });

  it('opens with the one reason and a justification, and nobody is told', async () => {
    const { user, sent } = renderApp(gate, { policy: withLaw });
    await user.click(screen.getByRole('button', { name: 'Confirm and open' }));
    expect(
      screen.getByRole('link', { name: 'Choose whether you are certifying this death' }),
    ).toBeVisible();
    await user.click(screen.getByLabelText(certifying));
    expect(screen.queryByText(/Tell the patient/)).toBeNull();
    await user.type(screen.getByLabelText(why), enough);
    await user.click(screen.getByRole('button', { name: open }));
    expect(sent).toEqual([
      {
        type: 'decide',
        decision: {
          basis: {
            ...{ type: 'break-glass', reason: 'certifying-death' },
            ...{ justification: enough, short: false },
          },
          confirmed: [],
          role: registrar.id,
        },
      },
    ]);
  });

  it('stays closed for any other reason, as refused by nobody', async () => {
    const { user, sent } = renderApp(gate, { policy: withLaw });
    await user.click(screen.getByLabelText('No: I am not certifying this death'));
    await user.click(screen.getByRole('button', { name: 'Close record' }));
    expect(sent).toEqual([{ type: 'close-gate' }]);
  });

  it.each([
    ['certifying-death', gate, certifying],
    ['public-interest', atGate(), 'Public interest: someone is at risk of serious harm'],
  ] as const)('keeps the answers where recording failed: %s', async (reason, at, label) => {
    const basis = { type: 'break-glass', reason, justification: enough, short: false } as const;
    const { user, sent } = renderApp(
      { ...at, step: 'unrecorded', decided: decided({ basis }), failure },
      { policy: withLaw },
    );
    expect(screen.getByLabelText(label)).toBeChecked();
    expect(screen.getByLabelText(why)).toHaveValue(enough);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(sent).toEqual([{ type: 'retry-record' }]);
  });
});
