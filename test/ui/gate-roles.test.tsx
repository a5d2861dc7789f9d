import { screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { UserRole } from '../../src/domain/user.ts';
import { atGate, registrar, unrecorded, verified } from './fixtures.ts';
import { brokenRules, renderApp } from './render-app.tsx';

const nurse: UserRole = {
  id: 'role-2',
  codes: [],
  text: 'Practice nurse <b>',
  organisation: { odsCode: 'K84001', name: 'Hollow Way Medical Centre' },
};
const { user: person } = verified().clinician;
const several = atGate({ clinician: { user: person, roles: [registrar, nurse] } });

describe('a user with several roles', () => {
  it('is asked which one counts today, and none is chosen beforehand', async () => {
    const { container } = renderApp(several);
    const group = within(screen.getByRole('group', { name: 'Your role today' }));
    const radios = group.getAllByRole('radio');
    expect(radios).toHaveLength(2);
    for (const radio of radios) expect(radio).not.toBeChecked();
    expect(group.getByLabelText('Practice nurse <b>')).toHaveAccessibleDescription(
      'Hollow Way Medical Centre',
    );
    expect(await brokenRules(container)).toEqual([]);
  });

  it('opens nothing before it is chosen, and is led to it', async () => {
    const { user, sent } = renderApp(several);
    await user.click(screen.getByLabelText('Yes, the patient agreed'));
    await user.click(screen.getByRole('button', { name: 'Confirm and open' }));
    expect(sent).toEqual([]);
    expect(screen.getByRole('alert')).toHaveFocus();
    await user.click(screen.getByRole('link', { name: 'Choose your role today' }));
    expect(screen.getByLabelText('Emergency registrar')).toHaveFocus();
  });

  it('records the one that was chosen', async () => {
    const { user, sent } = renderApp(several);
    await user.click(screen.getByLabelText('Yes, the patient agreed'));
    await user.click(screen.getByLabelText('Practice nurse <b>'));
    await user.click(screen.getByRole('button', { name: 'Confirm and open' }));
    expect(sent).toMatchObject([{ type: 'decide', decision: { role: 'role-2' } }]);
  });

  it('keeps it after a recording failed, and another one is another decision', async () => {
    const { user, sent } = renderApp(unrecorded(several));
    expect(screen.getByLabelText('Emergency registrar')).toBeChecked();
    await user.click(screen.getByLabelText('Practice nurse <b>'));
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(sent).toMatchObject([{ type: 'decide', decision: { role: 'role-2' } }]);
  });

  it('may say no without choosing', async () => {
    const { user, sent } = renderApp(several);
    await user.click(screen.getByLabelText('No: the patient refused, or I have not asked'));
    await user.click(screen.getByRole('button', { name: 'Close record' }));
    expect(sent).toEqual([{ type: 'refuse-permission' }]);
  });
});

describe('the registration number', () => {
  it.each([
    ['https://fhir.hl7.org.uk/Id/gmc-number', '9900017', 'GMC 9900017'],
    ['https://fhir.hl7.org.uk/Id/nmc-number', '99A0017E', 'NMC 99A0017E'],
    ['https://fhir.hl7.org.uk/Id/gphc-number', '9900017', 'GPhC 9900017'],
    ['https://fhir.hl7.org.uk/Id/hcpc-number', 'PA99001', 'HCPC PA99001'],
  ])('is named by its register: %s', (system, value, words) => {
    const registration = { system, value };
    renderApp(atGate({ clinician: { user: { ...person, registration }, roles: [registrar] } }));
    expect(screen.getByText('Dr Amina Mensah').parentElement).toHaveTextContent(
      `Dr Amina Mensah, Emergency registrar, Oxford University Hospitals, ${words}`,
    );
  });

  it('of a register we do not know is left out', () => {
    const registration = { system: 'https://example.org/Id/staff', value: '77' };
    renderApp(atGate({ clinician: { user: { ...person, registration }, roles: [registrar] } }));
    expect(screen.getByText('Dr Amina Mensah').parentElement).not.toHaveTextContent('77');
  });
});
