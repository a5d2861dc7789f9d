import { screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { UserRole } from '../../src/domain/user.ts';
import { atGate, named, policy, registrar, verified } from './fixtures.ts';
import { brokenRules, renderApp } from './render-app.tsx';

const earlier = 'Yes, agreed earlier in this episode';
const agreed = 'Yes, the patient agreed';
const breakGlass = 'I cannot ask: break glass';
const no = 'No: the patient refused, or I have not asked';

const problem = () => screen.queryByRole('alert');
const missing = () =>
  within(screen.getByRole('alert'))
    .getAllByRole('link')
    .map((link) => link.textContent);

async function refused(state = atGate(), answer: string | null = earlier) {
  const app = renderApp(state);
  const press = () => app.user.click(screen.getByRole('button', { name: 'Confirm and open' }));
  if (answer !== null) await app.user.click(screen.getByLabelText(answer));
  await press();
  return { ...app, press };
}

describe('what a refused press found', () => {
  it.each([breakGlass, no, agreed])('is gone with the answer it spoke of: %s', async (answer) => {
    const { user, container } = await refused();
    expect(missing()).toEqual(['Enter who asked the patient', 'Enter when the patient was asked']);
    await user.click(screen.getByLabelText(answer));
    expect(problem()).toBeNull();
    expect(screen.getByLabelText(answer)).toHaveFocus();
    expect(await brokenRules(container)).toEqual([]);
  });

  it('is gone once there is an answer', async () => {
    const { user } = await refused(atGate(), null);
    expect(missing()).toEqual(['Choose whether you have permission to view this record']);
    await user.click(screen.getByLabelText(earlier));
    expect(problem()).toBeNull();
    expect(screen.queryByText(/Choose whether/)).toBeNull();
  });

  it('stays for what is still missing, and the focus stays in what was filled in', async () => {
    const { user } = await refused();
    const field = screen.getByLabelText('Who asked?');
    await user.type(field, 'Ben Carver');
    expect(missing()).toEqual(['Enter when the patient was asked']);
    expect(field).toHaveFocus();
    expect(field).toHaveValue('Ben Carver');
    expect(field).toHaveAccessibleDescription('Name and role');
    expect(field).not.toHaveAttribute('aria-invalid');
  });

  it('stays where only spaces were filled in', async () => {
    const { user } = await refused();
    await user.type(screen.getByLabelText('Who asked?'), '  ');
    expect(missing()).toHaveLength(2);
  });

  it('is not found again before the next press, which is led to it', async () => {
    const { user, press } = await refused();
    const field = screen.getByLabelText('Who asked?');
    await user.type(field, 'B');
    await user.clear(field);
    expect(missing()).toEqual(['Enter when the patient was asked']);
    expect(field).toHaveFocus();
    await press();
    expect(missing()).toHaveLength(2);
    expect(problem()).toHaveFocus();
  });

  it('of a break glass does not ask an override why nobody can be asked', async () => {
    const breakGlassReasons = ['unconscious', 'public-interest'] as const;
    const { user } = renderApp(atGate(), { policy: { ...policy, breakGlassReasons } });
    await user.click(screen.getByLabelText(breakGlass));
    await user.click(screen.getByRole('button', { name: 'Break glass and open' }));
    expect(missing()).toContain('Choose why you cannot ask');
    const atRisk = screen.getByRole('button', { name: 'Someone is at risk of serious harm' });
    await user.click(atRisk);
    // The justification is asked for under both.
    expect(missing()).toEqual(['Enter what you need to know, and why now']);
    expect(atRisk).toHaveFocus();
  });

  it('keeps the role and the check of who it is, which every yes needs', async () => {
    const nurse: UserRole = { id: 'role-2', codes: [], text: 'Practice nurse', organisation: null };
    const { user: person } = verified().clinician;
    const state = atGate({
      patient: named('Mensah', 'Grace'),
      clinician: { user: person, roles: [registrar, nurse] },
    });
    const { user } = await refused(state);
    await user.click(screen.getByLabelText(agreed));
    const samePerson = 'Check the differences, then tick that this is the same person';
    expect(missing()).toEqual([samePerson, 'Choose your role today']);
    await user.click(screen.getByLabelText('Practice nurse'));
    expect(missing()).toEqual([samePerson]);
    await user.click(screen.getByLabelText('I have checked this is the same person'));
    expect(problem()).toBeNull();
  });

  it('is no problem of a no, which needs nothing filled in', async () => {
    const { user } = await refused(atGate({ patient: named('Mensah', 'Grace') }));
    expect(missing()).toHaveLength(3);
    await user.click(screen.getByLabelText(no));
    expect(problem()).toBeNull();
    expect(screen.queryByText(/Check the differences/)).toBeNull();
  });
});
