/** What reads an answer that is one document comes when such an answer does; it may not come. */
import { expect, it, vi } from 'vitest';
import type * as bundle from '../../../src/fhir/summary/bundle.ts';
import { fhir, itemsIn, retrieved } from './fake-exchange.ts';

const code = vi.hoisted(() => ({ comes: true }));

vi.mock('../../../src/fhir/summary/bundle.ts', async (original) => {
  const own = await original<typeof bundle>();
  return {
    get documentEvents() {
      if (code.comes) return own.documentEvents;
      throw new TypeError('Failed to fetch dynamically imported module');
    },
  };
});

const document = () => fhir({ resourceType: 'Bundle', type: 'document', entry: [] });

it('is an interrupted answer where it does not come, with nothing shown of it', async () => {
  code.comes = false;
  const { events, last } = await retrieved(document);
  expect(last).toEqual({ type: 'interrupted' });
  expect(itemsIn(events)).toEqual([]);
});

it('reads the answer once it has come', async () => {
  code.comes = true;
  const { last } = await retrieved(document);
  expect(last).toMatchObject({ type: 'refused', reason: { failure: { kind: 'bad-answer' } } });
});
