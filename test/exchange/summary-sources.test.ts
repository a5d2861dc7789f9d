import { setImmediate } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sourceProfiles } from '../../mocks/scenarios/sources.ts';
import type { SourceKey, SourceProfile } from '../../mocks/scenarios/types.ts';
import { ada, allRecords, quickSources, record as held, scenario } from './fixtures.ts';
import { linesOf, ndjson, parse, recorded, states, withRecords } from './lines.ts';
import { summaryOf } from './setting.ts';

afterEach(() => vi.useRealTimers());

describe('sources', () => {
  it('each say how it went, and one that fails takes nothing from the others', async () => {
    const { setting, id } = await recorded();
    await setting.sandbox('sources', { key: 'ouh', state: 'error' });
    const lines = await linesOf(setting, id);
    expect(states(lines)).toEqual({
      'Hollow Way Medical Centre': 'answered',
      'Oxford University Hospitals': 'failed',
      'Oxford Health': 'answered',
      "Oxfordshire adult and children's social care": 'not-known',
    });
    expect(JSON.stringify(lines)).toContain('asthma');
    expect(JSON.stringify(lines)).not.toContain('heart failure');
    expect(lines.at(-1)).toMatchObject({ status: 'preliminary' });
  });

  it('a practice that has not agreed to share sends nothing but that', async () => {
    const records = { ...allRecords('ada'), 'bury-knowle': held('ada-bk', 'gout') };
    const more = {
      scenarios: [
        scenario({ key: 'ada', demographics: ada }, records, { practice: 'bury-knowle' }),
      ],
    };
    const { setting, id } = await recorded(more);
    const lines = await linesOf(setting, id);
    expect(states(lines)['Bury Knowle Health Centre']).toBe('not-sharing');
    expect(JSON.stringify(lines)).toContain('NO_ORGANISATIONAL_CONSENT');
    expect(JSON.stringify(lines)).not.toMatch(/gout|asthma/);
  });

  it('withheld items, and how old the data is, are said', async () => {
    const records = {
      'hollow-way': held('ada-gp', 'asthma', {
        withheld: 'confidential-items',
        upTo: '2026-10-28',
      }),
    };
    const { setting, id } = await recorded(withRecords(records));
    const lines = await linesOf(setting, id);
    expect(states(lines)['Hollow Way Medical Centre']).toBe('answered-withheld');
    expect(JSON.stringify(lines)).toContain('"valueDateTime":"2026-10-28"');
  });

  it('dissent recorded while sources answer stops every part that has not gone', async () => {
    const dissented = { 'hollow-way': held('ada-gp', 'asthma', { sharing: 'dissent' as const }) };
    const variants = [{ key: 'dissent', label: 'dissent', records: dissented }];
    const more = {
      scenarios: [scenario({ key: 'ada', demographics: ada }, allRecords('ada'), { variants })],
    };
    const { setting, id } = await recorded(more);
    const response = await summaryOf(setting, 'gp-ada', id, ndjson);
    await setting.sandbox('variant', { scenario: 'ada', variant: 'dissent' });
    const text = await response.text();
    expect(text).not.toMatch(/asthma|heart failure|depression/);
    expect(new Set(Object.values(states(parse(text))))).toEqual(new Set(['dissent', 'not-known']));
  });
});

/** Waits until so many fake timers are set, without letting any of them run. */
async function timersSet(count: number): Promise<void> {
  while (vi.getTimerCount() < count) await setImmediate();
}

describe('time', () => {
  const latency = (key: SourceKey, latencyMs: number): SourceProfile => ({
    ...sourceProfiles[key],
    latencyMs,
  });
  const sources = {
    ...quickSources,
    'hollow-way': latency('hollow-way', 100),
    ouh: latency('ouh', 300),
    'oxford-health': latency('oxford-health', 60_000),
    'social-care': latency('social-care', 200),
  };

  it('is spent on all sources at once, and on none longer than its deadline', async () => {
    const { setting, id } = await recorded({ sources });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const response = await summaryOf(setting, 'gp-ada', id, ndjson);
    const text = response.text();
    // Four latencies, four deadlines, one keep-alive.
    await timersSet(9);
    await vi.advanceTimersByTimeAsync(9999);
    await vi.advanceTimersByTimeAsync(1);
    const lines = parse(await text);
    expect(Object.entries(states(lines))).toEqual([
      ['Hollow Way Medical Centre', 'answered'],
      ["Oxfordshire adult and children's social care", 'not-known'],
      ['Oxford University Hospitals', 'answered'],
      ['Oxford Health', 'timeout'],
    ]);
  });

  it.each([
    ['the permission runs out', 2_000_000_000, 12 * 3_600_000],
    ['the token runs out', Date.parse('2026-11-22T11:00:00Z') / 1000, 3_600_000],
  ])('is in vain where %s meanwhile: what comes after is held back', async (_, exp, later) => {
    const { setting, id } = await recorded({ sources });
    setting.host.tokens.set('gp-ada', { ...setting.host.tokens.get('gp-ada'), exp });
    setting.pass(31_000);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const response = await summaryOf(setting, 'gp-ada', id, ndjson);
    const text = response.text();
    await timersSet(9);
    await vi.advanceTimersByTimeAsync(250);
    await setImmediate();
    setting.pass(later);
    await vi.advanceTimersByTimeAsync(10_000);
    const lines = parse(await text);
    expect(states(lines)).toMatchObject({
      'Hollow Way Medical Centre': 'answered',
      'Oxford University Hospitals': 'no-relationship',
    });
    expect(JSON.stringify(lines)).not.toContain('heart failure');
  });

  it('without a word is filled with an empty line about every ten seconds', async () => {
    const patient = {
      ...sources,
      'oxford-health': { ...sources['oxford-health'], deadlineMs: 25_000 },
    };
    const { setting, id } = await recorded({ sources: patient });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const response = await summaryOf(setting, 'gp-ada', id, ndjson);
    const text = response.text();
    await timersSet(9);
    for (let second = 0; second < 26; second += 1) {
      await vi.advanceTimersByTimeAsync(1000);
      await setImmediate();
    }
    const empty = (await text)
      .split('\n')
      .slice(0, -1)
      .filter((line) => line === '');
    expect(empty).toHaveLength(2);
  });

  it('is given back when the reader leaves: every source is told, and the trail says so', async () => {
    const { setting, id } = await recorded({ sources });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const response = await summaryOf(setting, 'gp-ada', id, ndjson);
    const reader = response.body?.getReader();
    await reader?.read();
    const second = reader?.read();
    await timersSet(9);
    await reader?.cancel();
    await second;
    while (vi.getTimerCount() > 1) await setImmediate();
    expect(vi.getTimerCount()).toBeLessThanOrEqual(1);
    const last = (await setting.events()).at(-1);
    expect(last).toMatchObject({ type: 'release-completed', outcome: '4' });
  });

  it('is not spent on a document nobody waits for: nothing is released or recorded as released', async () => {
    const { setting, id } = await recorded({ sources });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const leaving = new AbortController();
    const response = summaryOf(setting, 'gp-ada', id, { signal: leaving.signal });
    await timersSet(8);
    leaving.abort();
    expect((await response).status).toBe(503);
    expect((await setting.events()).some(({ type }) => type.startsWith('release'))).toBe(false);
  });
});
