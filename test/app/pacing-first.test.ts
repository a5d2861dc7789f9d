/** The first drawing of a summary: of facts, not of a source's having begun to send them. */
import { expect, it } from 'vitest';
import { paced } from '../../src/app/pacing.ts';
import type { State } from '../../src/flow/state.ts';
import { gp, report, showing } from '../ui/fixtures.ts';
import { problem } from '../ui/items.ts';

const begun = showing({ sources: [report(gp, 'asking')] }, { arrival: 'arriving' });
const sent = { ...begun, summary: { ...begun.summary, items: [problem('Asthma')] } };

/** A page that is quiet when it is said to be. */
function screen() {
  const drawn: State[] = [];
  const waiting: (() => void)[] = [];
  const show = paced({
    draw: (state) => void drawn.push(state),
    prepare: () => null,
    whenQuiet: (run) => void waiting.push(run),
    clock: () => 0,
  });
  const quiet = (): void => {
    for (const run of waiting.splice(0)) run();
  };
  return { drawn, show, quiet };
}

it('what a source has sent is drawn at once, and once', () => {
  const { drawn, show, quiet } = screen();
  show(begun);
  expect(drawn).toEqual([]);
  show(sent);
  expect(drawn).toEqual([sent]);
  quiet();
  expect(drawn).toEqual([sent]);
});

it('that it has begun is drawn where nothing follows soon', () => {
  const { drawn, show, quiet } = screen();
  show(begun);
  quiet();
  expect(drawn).toEqual([begun]);
});

it('what it has sent is drawn at once all the same', () => {
  const { drawn, show, quiet } = screen();
  show(begun);
  quiet();
  show(sent);
  expect(drawn).toEqual([begun, sent]);
});
