import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createScreenLoader } from '../../src/app/later-screens.ts';
import type { State } from '../../src/flow/state.ts';
import { atGate, permitted, showing } from '../ui/fixtures.ts';

/** Whether the code of a screen can be had. */
const code = vi.hoisted(() => ({ record: true, closed: true }));
const lost = () => new TypeError('Failed to fetch dynamically imported module');

vi.mock('../../src/app/record-parts.ts', () => ({
  get recordParts() {
    if (!code.record) throw lost();
    return { Summary: () => null, open: { steps: {}, page: () => undefined } };
  },
}));
vi.mock('../../src/ui/screens/closed-screen.tsx', () => ({
  get closedView() {
    if (!code.closed) throw lost();
    return { Screen: () => null, heading: () => '' };
  },
}));

const { key, verified, receipt } = showing({});
const retrieving: State = {
  ...{ step: 'retrieving', key, verified, receipt, attempt: 1 },
  ...{ log: { type: 'loading' }, reading: false, seen: [] },
};
const closed: State = {
  ...{ step: 'closed', key: 'launch-1', reason: { type: 'dissent' } },
  ...{ reached: 'before-record', recorded: false },
};

function loading() {
  const told: string[] = [];
  const loader = createScreenLoader(
    () => told.push('arrived'),
    () => told.push('failed'),
    () => (told.push('rest'), Promise.resolve()),
  );
  /** Draws a state, and waits for the code that this asked for. */
  const need = async (state: State) => {
    loader.need(state);
    await vi.dynamicImportSettled();
  };
  return { loader, told, need };
}

beforeEach(() => {
  Object.assign(code, { record: true, closed: true });
});

describe('the code of a screen', () => {
  it('of the record is fetched while the question is read, once, and all that it is asked with', async () => {
    const { loader, told, need } = loading();
    await need(atGate());
    await need(permitted());
    await need(retrieving);
    expect(loader.screens().Summary).not.toBeNull();
    expect(told.toSorted()).toEqual(['arrived', 'arrived', 'rest']);
    expect(await loader.open).toHaveProperty('steps');
  });

  it('that was fetched ahead in vain closes no question, and is asked for again', async () => {
    code.record = false;
    const { loader, told, need } = loading();
    await need(atGate());
    expect(told).not.toContain('failed');
    expect(loader.screens().Summary).toBeNull();
    code.record = true;
    await need(permitted());
    expect(loader.screens().Summary).not.toBeNull();
    expect(told).not.toContain('failed');
  });

  it('that a record is to be drawn with leaves nothing half drawn where it can not be had', async () => {
    code.record = false;
    const { told, need } = loading();
    await need(retrieving);
    expect(told).toContain('failed');
  });

  it('with the words of what is closed may be missing: it is closed all the same', async () => {
    code.closed = false;
    const { told, need } = loading();
    await need(closed);
    expect(told).toEqual([]);
    code.closed = true;
    await need(closed);
    expect(told).toEqual(['arrived']);
  });
});
