import { setImmediate } from 'node:timers/promises';
import type { Observation } from 'fhir/r4';
import { describe, expect, it, vi } from 'vitest';
import { linesOf, ndjson, parse, recorded, withRecords } from './lines.ts';
import { allRecords, record as held } from './fixtures.ts';
import { summaryOf } from './setting.ts';

const resultCount = 3000;

/** A practice's long list of results. */
const longList = (): ReturnType<typeof held> => {
  const few = held('ada-gp', 'asthma');
  const results = Array.from({ length: resultCount }, (_, index): Observation => ({
    resourceType: 'Observation',
    id: `o${index}`,
    meta: { lastUpdated: '2026-11-01T09:00:00Z' },
    status: 'final',
    subject: { reference: 'Patient/ada-gp' },
    code: { text: 'Potassium' },
  }));
  return { ...few, resources: [...few.resources, ...results] };
};
const long = () => withRecords({ ...allRecords('ada'), 'hollow-way': longList() });

/** As long as anything could still be going on for nobody. */
async function manyTurns(): Promise<void> {
  for (let turn = 0; turn < 500; turn += 1) await setImmediate();
}

/** Counts the rounds that have been made ready: each ends in the Composition of its source. */
function countRounds() {
  const stringify = vi.spyOn(JSON, 'stringify');
  return () =>
    stringify.mock.calls.filter(([value]: readonly unknown[]) => {
      return (
        typeof value === 'object' &&
        value !== null &&
        'title' in value &&
        String(value.title).startsWith('Part of')
      );
    }).length;
}

describe('a long record', () => {
  it('comes in rounds of at most 500 lines, each ending in its source’s Composition', async () => {
    const { setting, id } = await recorded(long());
    const lines = await linesOf(setting, id);
    const ends = lines.flatMap(({ resourceType, title }, index) =>
      resourceType === 'Composition' && String(title).startsWith('Part of') ? [index] : [],
    );
    const lengths = ends.map((end, index) => end - (ends[index - 1] ?? 0));
    expect(Math.max(...lengths)).toBeLessThanOrEqual(500);
    expect(lines.filter(({ resourceType }) => resourceType === 'Observation')).toHaveLength(
      resultCount,
    );
  });

  it('waits for a reader who stops: no further round is made ready meanwhile', async () => {
    const { setting, id } = await recorded(long());
    const response = await summaryOf(setting, 'gp-ada', id, ndjson);
    const rounds = countRounds();
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.read();
    await manyTurns();
    const ready = rounds();
    expect(ready).toBeGreaterThan(0);
    expect(ready).toBeLessThanOrEqual(3);
    await manyTurns();
    expect(rounds()).toBe(ready);
    await reader?.cancel();
    await manyTurns();
    expect(rounds()).toBe(ready);
  });

  it('is read to its end by a reader who stops and goes on', async () => {
    const { setting, id } = await recorded(long());
    const response = await summaryOf(setting, 'gp-ada', id, ndjson);
    const reader = response.body?.getReader();
    const decoder = new TextDecoder();
    let text = '';
    for (;;) {
      const next = await reader?.read();
      if (next === undefined || next.done) break;
      text += decoder.decode(next.value, { stream: true });
      await setImmediate();
    }
    expect(parse(text).at(-1)).toMatchObject({ title: 'Oxfordshire Care Summary' });
  });
});
