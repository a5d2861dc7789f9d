import { expect, it } from 'vitest';
import { paced } from '../../src/app/pacing.ts';
import { emptySummary } from '../../src/domain/summary/summary.ts';
import type { Showing, State } from '../../src/flow/state.ts';
import { gp, report, showing } from '../ui/fixtures.ts';

it('draws nothing for what comes of an answer that is not on screen yet', () => {
  const drawn: State[] = [];
  const show = paced({
    draw: (state) => drawn.push(state),
    prepare: () => null,
    whenQuiet: (run) => run(),
    clock: () => 0,
  });
  const asked = showing({ sources: [report(gp, 'answered')] }, { renewal: { ...emptySummary } });
  show(asked);
  for (let part = 0; part < 2; part += 1) show({ ...asked, renewal: { ...emptySummary } });
  expect(drawn).toEqual([asked]);
  const read: Showing = { ...asked, reading: true };
  show(read);
  const inVain: Showing = { ...read, renewal: 'in-vain' };
  show(inVain);
  expect(drawn).toEqual([asked, read, inVain]);
});
