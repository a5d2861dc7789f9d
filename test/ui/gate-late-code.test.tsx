import { screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type * as later from '../../src/ui/parts/later.tsx';
import { laterWords } from '../../src/ui/wording/later.ts';
import { atGate, registrar } from './fixtures.ts';
import { renderApp } from './render-app.tsx';

/** What an answer is judged with: here, lost, or on its way until it comes or is lost. */
const code = vi.hoisted(() => {
  const waiting: (() => void)[] = [];
  const forget = (): unknown => undefined;
  return { now: 'here', waiting, forget };
});

vi.mock('../../src/ui/gate/answering-part.ts', async () => {
  const { part } = await vi.importActual<typeof later>('../../src/ui/parts/later.tsx');
  const { answeringParts } = await import('../../src/ui/gate/answering.ts');
  const fetched = async () => {
    if (code.now === 'coming') await new Promise<void>((resolve) => code.waiting.push(resolve));
    if (code.now === 'lost') throw new Error('offline');
    return answeringParts;
  };
  let current = part(fetched);
  code.forget = () => (current = part(fetched));
  return { answering: { load: () => current.load(), here: () => current.here() } };
});

/** What is on its way arrives now, or does not; so does all that is asked for from here on. */
function settle(now: 'here' | 'lost'): void {
  code.now = now;
  for (const go of code.waiting.splice(0)) go();
}

beforeEach(() => {
  Object.assign(code, { now: 'coming', waiting: [] });
  code.forget();
});

const decided = {
  type: 'decide',
  decision: { basis: { type: 'patient-agreed' }, confirmed: [], role: registrar.id },
};
const button = (name: string) => screen.getByRole('button', { name });

describe('an answer whose code has not come', () => {
  it('is asked for as soon as the question is on screen, once', () => {
    renderApp(atGate());
    expect(code.waiting).toHaveLength(1);
  });

  it('waits when it is pressed, says so, and is sent once the code is there', async () => {
    const { user, sent } = renderApp(atGate());
    await user.click(screen.getByLabelText('Yes, the patient agreed'));
    await user.click(button('Confirm and open'));
    await user.click(button('Confirm and open'));
    expect(sent).toEqual([]);
    expect(screen.getByText(laterWords.loading)).toBeVisible();
    settle('here');
    await waitFor(() => expect(sent).toEqual([decided]));
    expect(screen.queryByText(laterWords.loading)).toBeNull();
  });

  it('is not sent where another was chosen while it waited', async () => {
    const { user, sent } = renderApp(atGate());
    await user.click(screen.getByLabelText('Yes, the patient agreed'));
    await user.click(button('Confirm and open'));
    await user.click(screen.getByLabelText('I cannot ask: break glass'));
    settle('here');
    await screen.findByRole('textbox', { name: 'What do you need to know, and why now?' });
    expect(sent).toEqual([]);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('is said to be lost, and is tried again from there', async () => {
    const { user, sent } = renderApp(atGate());
    await user.click(screen.getByLabelText('Yes, the patient agreed'));
    await user.click(button('Confirm and open'));
    settle('lost');
    expect(await screen.findByRole('alert')).toHaveTextContent(laterWords.failed);
    settle('here');
    await user.click(button(laterWords.tryAgain));
    await waitFor(() => expect(sent).toEqual([decided]));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('keeps the focus on the button while it is tried again, however often that is in vain', async () => {
    const { user, sent } = renderApp(atGate());
    await user.click(screen.getByLabelText('Yes, the patient agreed'));
    await user.click(button('Confirm and open'));
    settle('lost');
    await screen.findByRole('alert');
    code.now = 'coming';
    await user.click(button(laterWords.tryAgain));
    expect(screen.getByText(laterWords.loading)).toBeVisible();
    expect(button('Confirm and open')).toHaveFocus();
    settle('lost');
    await screen.findByRole('alert');
    expect(button('Confirm and open')).toHaveFocus();
    settle('here');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(sent).toEqual([decided]));
    expect(button('Confirm and open')).toHaveFocus();
  });

  it('that is a no waits for nothing', async () => {
    const { user, sent } = renderApp(atGate());
    await user.click(screen.getByLabelText('No: the patient refused, or I have not asked'));
    await user.click(button('Close record'));
    expect(sent).toEqual([{ type: 'refuse-permission' }]);
  });

  it('says so in the place of what a break glass asks for', async () => {
    const { user } = renderApp(atGate());
    await user.click(screen.getByLabelText('I cannot ask: break glass'));
    expect(screen.getByText(laterWords.loading)).toBeVisible();
    settle('lost');
    await screen.findByText(laterWords.failed);
    settle('here');
    await user.click(button(laterWords.tryAgain));
    expect(
      await screen.findByRole('textbox', { name: 'What do you need to know, and why now?' }),
    ).toBeVisible();
  });

  it('shows what a break glass asks for once a press has its code, and leads to what is missing', async () => {
    const { user } = renderApp(atGate());
    await user.click(screen.getByLabelText('I cannot ask: break glass'));
    settle('lost');
    await screen.findByText(laterWords.failed);
    settle('here');
    await user.click(button('Break glass and open'));
    const missing = await screen.findAllByRole('link', { name: /^(Choose why|Enter what)/ });
    expect(screen.queryByText(laterWords.failed)).toBeNull();
    expect(missing).toHaveLength(2);
    const [why, what] = missing;
    if (why) await user.click(why);
    const reasons = screen.getByRole('group', { name: 'Why can you not ask?' });
    expect(within(reasons).getAllByRole('radio')[0]).toHaveFocus();
    if (what) await user.click(what);
    expect(
      screen.getByRole('textbox', { name: 'What do you need to know, and why now?' }),
    ).toHaveFocus();
  });
});
