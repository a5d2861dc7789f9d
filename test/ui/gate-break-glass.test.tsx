import { screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import type { Unrecorded } from '../../src/flow/state.ts';
import { atGate, decided, permitted, policy, registrar, unrecorded } from './fixtures.ts';
import { renderApp } from './render-app.tsx';

const why = 'What do you need to know, and why now?';
const enough = 'GCS 6, on a blood thinner: medicines and allergies before CT';

async function breakGlass(justification: string) {
  const app = renderApp(atGate());
  await app.user.click(screen.getByLabelText('I cannot ask: break glass'));
  await app.user.click(
    screen.getByLabelText('Unconscious or cannot communicate, and care is urgent'),
  );
  if (justification) await app.user.type(screen.getByLabelText(why), justification);
  const open = async () =>
    app.user.click(screen.getByRole('button', { name: 'Break glass and open' }));
  return { ...app, open };
}

describe('break glass', () => {
  it('records the reason and the justification', async () => {
    const { open, sent } = await breakGlass(`  ${enough} `);
    await open();
    expect(sent).toEqual([
      {
        type: 'decide',
        decision: {
          basis: {
            type: 'break-glass',
            reason: 'unconscious',
            justification: enough,
            short: false,
          },
          confirmed: [],
          role: registrar.id,
        },
      },
    ]);
  });

  it('is not let through without a justification', async () => {
    const { open, sent } = await breakGlass('');
    await open();
    await open();
    expect(sent).toEqual([]);
    expect(screen.getByLabelText(why)).toHaveAccessibleDescription(
      'Error: Enter what you need to know, and why now ' +
        'One sentence. Do not name other people. The privacy team reads this.',
    );
  });

  it('is not let through on spaces alone', async () => {
    const { open, sent } = await breakGlass('   ');
    await open();
    await open();
    expect(sent).toEqual([]);
  });

  it('is not let through without a reason', async () => {
    const { user, sent } = renderApp(atGate());
    await user.click(screen.getByLabelText('I cannot ask: break glass'));
    await user.type(screen.getByLabelText(why), enough);
    await user.click(screen.getByRole('button', { name: 'Break glass and open' }));
    expect(sent).toEqual([]);
    await user.click(screen.getByRole('link', { name: 'Choose why you cannot ask' }));
    expect(
      screen.getByLabelText('Unconscious or cannot communicate, and care is urgent'),
    ).toHaveFocus();
  });

  it('asks once more about a short justification, then lets it through flagged', async () => {
    const { open, sent } = await breakGlass('CT now');
    await open();
    expect(sent).toEqual([]);
    expect(
      screen.getByText('Is that enough for the privacy team to understand? Add more, or open now.'),
    ).toBeVisible();
    await open();
    expect(sent).toMatchObject([{ decision: { basis: { justification: 'CT now', short: true } } }]);
  });

  it('asks no more once enough was added, and asks again about what is short again', async () => {
    const { open, sent, user } = await breakGlass('CT now');
    await open();
    const question = () => screen.queryByText(/Is that enough for the privacy team/);
    await user.type(screen.getByLabelText(why), ', on a blood thinner');
    expect(question()).toBeNull();
    expect(screen.getByLabelText(why)).toHaveFocus();
    await user.clear(screen.getByLabelText(why));
    await user.type(screen.getByLabelText(why), 'CT');
    expect(question()).toBeVisible();
    await open();
    expect(sent).toMatchObject([{ decision: { basis: { justification: 'CT', short: true } } }]);
  });

  it('brings the pressed button back into sight, and the question first of all', async () => {
    const { open, user } = await breakGlass('CT now');
    const brought: string[] = [];
    vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(function (this: Element) {
      brought.push(this.textContent);
    });
    await open();
    expect(brought).toEqual([
      'Break glass and open',
      'Is that enough for the privacy team to understand? Add more, or open now.',
    ]);
    await user.type(screen.getByLabelText(why), ', on a blood thinner');
    await user.clear(screen.getByLabelText(why));
    expect(brought).toHaveLength(2);
  });

  it('is not flagged when more was added', async () => {
    const { open, sent, user } = await breakGlass('CT now');
    await open();
    await user.type(screen.getByLabelText(why), ', on a blood thinner per ambulance crew');
    await open();
    expect(sent).toMatchObject([{ decision: { basis: { short: false } } }]);
  });

  it('makes a new line on Enter and sends nothing', async () => {
    const { user, sent } = await breakGlass(enough);
    await user.type(screen.getByLabelText(why), '{Enter}');
    expect(screen.getByLabelText(why)).toHaveValue(`${enough}\n`);
    expect(sent).toEqual([]);
  });

  it('offers only the reasons that the policy allows', async () => {
    const { user } = renderApp(atGate(), {
      policy: { ...policy, breakGlassReasons: ['unconscious', 'other'] },
    });
    await user.click(screen.getByLabelText('I cannot ask: break glass'));
    expect(screen.getByLabelText('Another reason')).toBeInTheDocument();
    expect(screen.queryByLabelText(/Lacks capacity/)).toBeNull();
  });

  it('keeps its fields out of the way of every other answer', async () => {
    const { user } = await breakGlass(enough);
    await user.click(screen.getByLabelText('Yes, the patient agreed'));
    expect(screen.queryByLabelText(why)).toBeNull();
    expect(screen.getByRole('button', { name: 'Confirm and open' })).toBeVisible();
  });
});

describe('a recording that failed', () => {
  const withBreakGlass: Unrecorded = {
    ...unrecorded(),
    decided: decided({
      basis: { type: 'break-glass', reason: 'other', justification: enough, short: false },
    }),
  };

  it('says that nothing was shown, keeps the answers and takes the focus', () => {
    const { show } = renderApp(permitted());
    show(unrecorded());
    const alert = screen.getByRole('alert');
    expect(alert).toHaveFocus();
    expect(alert).toHaveTextContent('We could not record this access');
    expect(alert).toHaveTextContent('The record stays closed. Nothing was shown.');
    expect(alert).toHaveTextContent('Reference 7F3K');
    expect(screen.getByLabelText('Who asked?')).toHaveValue('Ben Carver, staff nurse');
  });

  it('keeps the screen for what failed, though the justification was short', () => {
    const scrolled = vi.spyOn(Element.prototype, 'scrollIntoView');
    renderApp({
      ...unrecorded(),
      decided: decided({
        basis: { type: 'break-glass', reason: 'other', justification: 'CT', short: true },
      }),
    });
    expect(screen.getByText(/Is that enough for the privacy team/)).toBeVisible();
    expect(scrolled).not.toHaveBeenCalled();
    expect(screen.getByRole('alert')).toHaveFocus();
  });

  it('is tried again as the same decision', async () => {
    const { user, sent } = renderApp(withBreakGlass);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(sent).toEqual([{ type: 'retry-record' }]);
  });

  it('is tried again too by the button under unchanged answers', async () => {
    const { user, sent } = renderApp(withBreakGlass);
    expect(screen.getByLabelText(why)).toHaveValue(enough);
    await user.click(screen.getByRole('button', { name: 'Break glass and open' }));
    expect(sent).toEqual([{ type: 'retry-record' }]);
  });

  it('becomes a new decision where an answer was changed', async () => {
    const { user, sent } = renderApp(withBreakGlass);
    await user.click(screen.getByLabelText('Yes, the patient agreed'));
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(sent).toEqual([
      {
        type: 'decide',
        decision: { basis: { type: 'patient-agreed' }, confirmed: [], role: registrar.id },
      },
    ]);
  });

  it('can be tried again after it failed again', async () => {
    const { user, sent, show } = renderApp(withBreakGlass);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    show({ ...permitted(), decided: withBreakGlass.decided });
    show({ ...withBreakGlass, failure: { kind: 'server', status: 503, reference: '9QK2' } });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(sent).toEqual([{ type: 'retry-record' }, { type: 'retry-record' }]);
  });
});
