/**
 * Random walks through the whole app: a clinician who presses anything, over a network that loses,
 * delays and doubles what passes. After every step the same few things must hold.
 */
import { setImmediate } from 'node:timers/promises';
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Fate, fates } from './network.ts';
import { type Launched, launched } from './launched.tsx';

afterEach(cleanup);

const clinical = /bisoprolol|apixaban|warfarin|penicillin|heart failure/i;
const identity = /OKAFOR|999 000 0018/;

type Command =
  | { readonly type: 'fates'; readonly next: readonly Fate[] }
  | { readonly type: 'answer'; readonly which: number }
  | { readonly type: 'type'; readonly words: string }
  | { readonly type: 'press' | 'press-twice' | 'enter' | 'close' | 'try-again' | 'look-again' }
  | { readonly type: 'deliver' };

const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('fates' as const),
      next: fc.array(fc.constantFrom(...fates), { minLength: 1, maxLength: 4 }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('answer' as const), which: fc.nat(9) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('type' as const),
      words: fc.constantFrom('', ' ', 'x', 'GCS 6, no history from anyone'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constantFrom(...(['press', 'press-twice'] as const)) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constantFrom(...(['enter', 'close', 'try-again', 'look-again'] as const)),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('deliver' as const) }) },
);

const walks = Number(process.env['OCS_WALKS'] ?? 60);

const walk = fc.array(command, { minLength: 5, maxLength: 25 });

/** The buttons that lead on, whatever they are called now. */
const opening = /^(Confirm and open|Break glass and open|Accept and go on)$/;

function click(name: RegExp): void {
  const [button] = screen.queryAllByRole('button', { name });
  if (button) fireEvent.click(button);
}

function perform(what: Command, { network, runner }: Launched): void {
  switch (what.type) {
    case 'fates':
      network.script(what.next);
      return;
    case 'answer': {
      const radios = screen.queryAllByRole('radio');
      const radio = radios[what.which % Math.max(radios.length, 1)];
      if (radio) fireEvent.click(radio);
      return;
    }
    case 'type':
      for (const field of screen.queryAllByRole('textbox')) {
        fireEvent.input(field, { target: { value: what.words } });
      }
      return;
    case 'press':
      click(opening);
      return;
    case 'press-twice':
      click(opening);
      click(opening);
      return;
    case 'enter':
      for (const field of screen.queryAllByRole('textbox')) {
        fireEvent.keyDown(field, { key: 'Enter' });
        if (field instanceof HTMLInputElement) field.form?.requestSubmit();
      }
      return;
    case 'close':
      click(/^(Close|Close record)$/);
      return;
    case 'try-again':
      click(/^Try again$/);
      return;
    case 'look-again':
      runner.happened({ type: 'recheck-due' });
      return;
    case 'deliver':
      network.deliver();
  }
}

/** Until nothing is on its way but what the script holds back, and the screen is drawn. */
async function settled({ network }: Launched): Promise<void> {
  for (let quiet = 0; quiet < 2; quiet = network.busy() === 0 ? quiet + 1 : 0) {
    // Code that is fetched when it is wanted, and a turn of the timers with it.
    await vi.dynamicImportSettled();
    await setImmediate();
  }
}

async function check(app: Launched): Promise<void> {
  const { witness, runner } = app;
  const { step } = runner.state();
  const words = document.body.textContent;
  expect(witness.violations).toEqual([]);
  if (clinical.test(words)) {
    expect(step, 'clinical words are on screen').toBe('showing');
    expect(witness.acknowledged).toBeGreaterThan(0);
  }
  if (step === 'closed' || step === 'ended') expect(words).not.toMatch(identity);
  expect(await app.opened(), 'openings in the trail').toBeLessThanOrEqual(witness.decisions.size);
}

describe('the whole app, whatever is pressed and whatever the network does', () => {
  it(
    'asks for and shows nothing clinical without an acknowledged record, and records none twice',
    async () => {
      const reached = new Map<string, number>();
      let steps = 0;
      await fc.assert(
        fc.asyncProperty(walk, fc.boolean(), async (commands, accepted) => {
          cleanup();
          const app = await launched(accepted);
          try {
            await settled(app);
            for (const what of commands) {
              perform(what, app);
              await settled(app);
              await check(app);
              steps += 1;
            }
            const { step } = app.runner.state();
            reached.set(step, (reached.get(step) ?? 0) + 1);
          } finally {
            app.reference.close();
          }
        }),
        { numRuns: walks, seed: 20261122 },
      );
      const ends = [...reached].map(([step, times]) => `${step} ${times}`).join(', ');
      process.stdout.write(`model: ${steps} steps; walks ended in ${ends}\n`);
      // Walks that never get anywhere would prove nothing.
      for (const step of ['verified', 'showing', 'closed'])
        expect([...reached.keys()]).toContain(step);
    },
    60_000 + walks * 2_000,
  );
});
