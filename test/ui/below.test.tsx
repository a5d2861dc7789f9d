import { screen, within } from '@testing-library/preact';
import { options, render } from 'preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Item } from '../../src/domain/summary/item.ts';
import type { State } from '../../src/flow/state.ts';
import { App } from '../../src/ui/app.tsx';
import { closedView } from '../../src/ui/screens/closed-screen.tsx';
import { SummaryScreen } from '../../src/ui/summary/summary-screen.tsx';
import { gp, now, oh, ouh, policy, report, sc, showing, title } from './fixtures.ts';
import { allergy, entry, result } from './items.ts';
import './render-app.tsx';

const sources = [gp, ouh, oh, sc].map((source) => report(source, 'answered'));
const results = (count: number, name = 'Sodium'): readonly Item[] =>
  Array.from({ length: count }, () => result(name, { source: ouh.id }));
const holding = (items: readonly Item[], part: Parameters<typeof showing>[1] = {}) =>
  showing({ items, sources }, part);
const early = [allergy('Penicillin'), ...results(3)];
const more = [...early, allergy('Latex'), ...results(5_200), entry('social', 'Lives alone')];

/** Where preact keeps what is to run after the next painting, and what is to be drawn again. */
type Scheduling = {
  requestAnimationFrame?: ((run: () => void) => void) | undefined;
  debounceRendering?: ((run: () => void) => void) | undefined;
};
const scheduling: Scheduling = options;
const before = { ...scheduling };
const due: (() => void)[] = [];
const keep = (run: () => void) => void due.push(run);

/** The page is painted, and what was to run after that runs. */
function painted(): void {
  for (let run = due.shift(); run; run = due.shift()) run();
}

let root: HTMLElement;

/** Draws at once; what is to run after the next painting does not run yet. */
function draw(state: State): void {
  root = document.querySelector<HTMLElement>('#app') ?? document.createElement('div');
  root.id = 'app';
  document.body.append(root);
  render(
    <App
      {...{ state, now, policy, title, send: () => undefined }}
      Summary={SummaryScreen}
      Closed={closedView}
    />,
    root,
  );
}

beforeEach(() => {
  due.length = 0;
  Object.assign(scheduling, { requestAnimationFrame: keep, debounceRendering: keep });
});
afterEach(() => {
  render(null, root);
  root.remove();
  const { requestAnimationFrame, debounceRendering } = before;
  Object.assign(scheduling, { requestAnimationFrame, debounceRendering });
});

const seen = (words: string) => screen.queryAllByText(words).length > 0;
const count = () => within(screen.getByRole('region', { name: /^Results/ })).getByText(/ items?$/);

describe('a record that has just grown long', () => {
  it('shows the newest first look at once, and the sections once that is painted', () => {
    draw(holding(early));
    painted();
    draw(holding(more));
    expect(seen('Latex')).toBe(true);
    expect(count()).toHaveTextContent('3 items');
    expect(seen('Lives alone')).toBe(false);
    painted();
    expect(count()).toHaveTextContent('5203 items');
    expect(seen('Lives alone')).toBe(true);
  });

  it('ends up as it stands however fast it grew', () => {
    draw(holding(early));
    painted();
    draw(holding(more));
    draw(holding([...more, ...results(50)]));
    painted();
    expect(count()).toHaveTextContent('5253 items');
  });
});

describe('a record that is not long, or has not grown', () => {
  it('is drawn together', () => {
    draw(holding(early));
    painted();
    draw(holding([...early, entry('social', 'Lives alone'), allergy('Latex')]));
    expect(seen('Latex')).toBe(true);
    expect(seen('Lives alone')).toBe(true);
  });

  it('is never drawn as it was before a press, however long it is', () => {
    draw(holding(more));
    painted();
    const found = more.find(({ title }) => title === 'Lives alone');
    draw(holding(more, { late: [found?.key ?? ''] }));
    expect(screen.getByText('Lives alone').closest('li')).toHaveTextContent('Just arrived');
  });
});

describe('what is out of sight', () => {
  const asked = [gp, ouh, oh].map((source) => report(source, 'answered'));
  const growing = { items: early, sources: [...asked, report(sc, 'asking')] };
  const isLaidOut = () => document.querySelector('.sections')?.className === 'sections';

  it('is laid out once somebody begins to read: what is above them would move it', () => {
    draw(showing(growing, { arrival: 'arriving' }));
    expect(isLaidOut()).toBe(false);
    draw(showing(growing, { arrival: 'arriving', reading: true }));
    expect(isLaidOut()).toBe(true);
  });
});

describe('what lies below', () => {
  it('goes with the record that is closed, and does not come back', () => {
    draw(holding(early));
    painted();
    draw(holding(more));
    draw({
      ...{ step: 'closed', key: 'launch-1', reason: { type: 'dissent' } },
      ...{ reached: 'shown', recorded: true },
    });
    for (const words of ['Sodium', 'Latex', 'Lives alone']) expect(seen(words)).toBe(false);
    painted();
    for (const words of ['Sodium', 'Latex', 'Lives alone']) expect(seen(words)).toBe(false);
  });

  it('is never that of the launch before', () => {
    draw(holding([allergy('Penicillin'), ...results(3, 'Potassium')]));
    painted();
    draw(holding(more, { key: 'launch-2' }));
    expect(seen('Potassium')).toBe(false);
    expect(count()).toHaveTextContent('5203 items');
  });
});
