import { screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { OpenItem, OpenItems } from '../../src/domain/told.ts';
import type { AtGate, ToldState } from '../../src/flow/state.ts';
import { atGate, permitted, standing } from './fixtures.ts';
import { brokenRules, renderApp } from './render-app.tsx';

const here: OpenItem = {
  consentId: 'consent-1',
  recordedAt: '2026-11-20T02:40:00Z',
  thisPatient: true,
};
const elsewhere: OpenItem = { ...here, consentId: 'consent-2', thisPatient: false };

function gateWith(openItems: OpenItems, told: Readonly<Record<string, ToldState>> = {}): AtGate {
  return { ...atGate(), told, standing: { ...standing, openItems } };
}

const both = { type: 'known', items: [here, elsewhere] } as const;
const line = () => screen.getByText(/Was the patient told\?/).closest('details');
const items = () =>
  within(screen.getByText(/Was the patient told\?/).closest('details') as HTMLElement).getAllByRole(
    'listitem',
    { hidden: true },
  );

async function opened(state: AtGate) {
  const app = renderApp(state);
  await app.user.click(screen.getByText(/Was the patient told\?/));
  await screen.findAllByRole('button', { name: 'Told' });
  return app;
}

describe('was the patient told', () => {
  it('is one folded line, before the question', () => {
    renderApp(gateWith(both));
    expect(line()).not.toHaveAttribute('open');
    expect(screen.getByText(/Was the patient told\?/)).toHaveTextContent(
      'Was the patient told? 2 to answer',
    );
  });

  it('is not there where nothing is open', () => {
    renderApp(atGate());
    expect(screen.queryByText(/Was the patient told/)).toBeNull();
  });

  it('says quietly that it could not be read, which is not that nothing is open', () => {
    renderApp(gateWith({ type: 'not-known' }));
    expect(
      screen.getByText('Whether you still have to tell a patient could not be read.'),
    ).toBeVisible();
  });

  it('tells this patient from another, and never says who that is', async () => {
    const { container } = await opened(gateWith(both));
    expect(items().map((item) => item.querySelector('p')?.textContent)).toEqual([
      expect.stringMatching(/^This patient, opened by break glass 20-Nov-2026 02:40/),
      expect.stringMatching(/^Another patient, opened by break glass 20-Nov-2026 02:40/),
    ]);
    expect(await brokenRules(container)).toEqual([]);
  });

  it.each([
    ['Told', 'told'],
    ['Not yet', 'not-yet-told'],
    ['Unsafe to tell', 'unsafe-to-tell'],
  ] as const)('is answered beside the question: %s', async (name, answer) => {
    const { user, sent } = await opened(gateWith(both));
    const [button] = screen.getAllByRole('button', { name });
    expect(button).toHaveAccessibleDescription(/^This patient/);
    if (button) await user.click(button);
    expect(sent).toEqual([{ type: 'answer-told', consentId: 'consent-1', answer }]);
  });

  it('is counted down once it is recorded, and focus is not lost', async () => {
    const { user, show } = await opened(gateWith(both));
    const [button] = screen.getAllByRole('button', { name: 'Not yet' });
    if (button) await user.click(button);
    show(gateWith(both, { 'consent-1': { type: 'recording', answer: 'not-yet-told' } }));
    expect(button).toHaveAttribute('aria-disabled', 'true');
    expect(screen.getByText('Recording…')).toBeVisible();
    show(gateWith(both, { 'consent-1': { type: 'recorded', answer: 'not-yet-told' } }));
    expect(screen.getByText('Recorded: not yet. We will ask again.')).toHaveFocus();
    expect(screen.getByText(/Was the patient told\?/)).toHaveTextContent('1 to answer');
  });

  it('says that it was not recorded, and can be answered again', async () => {
    const { user, sent } = await opened(
      gateWith(
        { type: 'known', items: [here] },
        { 'consent-1': { type: 'failed', answer: 'told' } },
      ),
    );
    expect(screen.getByText('Not recorded. Try again.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Told' }));
    expect(sent).toEqual([{ type: 'answer-told', consentId: 'consent-1', answer: 'told' }]);
  });

  it('can be answered while the opening is recorded', async () => {
    const app = renderApp(permitted(gateWith(both)));
    await app.user.click(screen.getByText(/Was the patient told\?/));
    const [button] = await screen.findAllByRole('button', { name: 'Told' });
    if (button) await app.user.click(button);
    expect(app.sent).toHaveLength(1);
  });
});
