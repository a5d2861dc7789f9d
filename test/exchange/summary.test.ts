import { setImmediate } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { ocs } from '../../src/fhir/systems.ts';
import { sourceProfiles } from '../../mocks/scenarios/sources.ts';
import type { SourceKey, SourceProfile } from '../../mocks/scenarios/types.ts';
import { record } from './decisions.ts';
import { ada, allRecords, numbers, quickSources, record as held, scenario } from './fixtures.ts';
import { bundleShape, createSetting, summaryOf, tracedId } from './setting.ts';
import type { Setting } from './setting.ts';

afterEach(() => vi.useRealTimers());

const ndjson = { headers: { accept: 'application/fhir+ndjson, application/fhir+json;q=0.9' } };
const lineShape = z.looseObject({ resourceType: z.string(), id: z.string() });
type Line = z.infer<typeof lineShape>;

async function recorded(more = {}): Promise<{ setting: Setting; id: string }> {
  const setting = await createSetting(more);
  const id = await tracedId(setting, 'gp-ada', numbers.ada);
  await record(setting, 'gp-ada', id);
  return { setting, id };
}

const parse = (text: string): Line[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => lineShape.parse(JSON.parse(line)));

async function linesOf(setting: Setting, id: string): Promise<Line[]> {
  return parse(await (await summaryOf(setting, 'gp-ada', id, ndjson)).text());
}

const issueShape = z.object({
  issue: z.tuple([
    z.object({
      details: z.object({ coding: z.array(z.object({ system: z.string(), code: z.string() })) }),
      extension: z.array(
        z.looseObject({
          url: z.string(),
          valueReference: z.object({ display: z.string() }).optional(),
        }),
      ),
    }),
  ]),
});

function states(lines: readonly Line[]): Record<string, string> {
  const outcomes = lines.filter(({ resourceType }) => resourceType === 'OperationOutcome');
  return Object.fromEntries(
    outcomes.map((line) => {
      const [issue] = issueShape.parse(line).issue;
      const source = issue.extension.find(({ url }) => url === ocs.issueSource);
      const state = issue.details.coding.find(({ system }) => system === ocs.sourceState);
      return [source?.valueReference?.display ?? '', state?.code ?? ''];
    }),
  );
}

const withRecords = (records: ReturnType<typeof allRecords>, practice = 'hollow-way' as const) => ({
  scenarios: [scenario({ key: 'ada', demographics: ada }, records, { practice })],
});

/** References of a resource, wherever they are. */
function references(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(references);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    key === 'reference' && typeof member === 'string' ? [member] : references(member),
  );
}

describe('the stream', () => {
  it('goes patient, then each source’s resources, Composition and outcome, then the document', async () => {
    const { setting, id } = await recorded();
    const lines = await linesOf(setting, id);
    expect(lines[0]).toMatchObject({ resourceType: 'Patient', id });
    expect(lines.at(-1)).toMatchObject({
      resourceType: 'Composition',
      title: 'Oxfordshire Care Summary',
    });
    const middle = lines
      .slice(1, -1)
      .map(({ resourceType }) => resourceType)
      .join(' ');
    const part =
      'Organization Practitioner Condition DocumentReference Composition OperationOutcome';
    expect(middle.replaceAll(part, 'part').split(' ').sort()).toEqual([
      ...['OperationOutcome', 'part', 'part', 'part'],
    ]);
  });

  it('gives every resource its own id, and refers only to lines of the same part or the patient', async () => {
    const { setting, id } = await recorded();
    const lines = await linesOf(setting, id);
    const names = lines.map(({ resourceType, id: own }) => `${resourceType}/${own}`);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(lines.map(({ id: own }) => own)).size).toBe(lines.length);
    const known = new Set([...names, '#exchange', 'OperationOutcome/ocs-data-sources']);
    const all = lines.flatMap(references);
    expect(all.filter((reference) => !known.has(reference))).toEqual([]);
    expect(all.filter((reference) => reference === `Patient/${id}`).length).toBeGreaterThan(6);
  });

  it('keeps the words where a reference leads out of the part', async () => {
    const { setting, id } = await recorded();
    const condition = (await linesOf(setting, id)).find(
      ({ resourceType }) => resourceType === 'Condition',
    );
    expect(condition?.['asserter']).toEqual({ display: 'Dr Elsewhere' });
  });

  it('makes the same document as fhir+json', async () => {
    const { setting, id } = await recorded();
    const lines = await linesOf(setting, id);
    const answer = await summaryOf(setting, 'gp-ada', id);
    expect(answer.headers.get('content-type')).toContain('application/fhir+json');
    const document = bundleShape.parse(await answer.json());
    const outcomes = lines.filter(({ resourceType }) => resourceType === 'OperationOutcome');
    const joined = {
      resourceType: 'OperationOutcome',
      id: 'ocs-data-sources',
      issue: outcomes.map((line) => issueLoose.parse(line).issue[0]),
    };
    const last = lines.at(-1);
    const content = lines
      .slice(1, -1)
      .filter(({ resourceType }) => !['Composition', 'OperationOutcome'].includes(resourceType));
    const [composition, ...rest] = document.entry.map(({ resource }) => resource);
    expect(rest).toEqual([lines[0], ...content, joined]);
    expect({ ...composition, id: '' }).toEqual({ ...last, id: '' });
  });

  it('sends rounds of at most 500 lines, however long the record', async () => {
    const many = Array.from({ length: 1200 }, (_, index) => ({
      resourceType: 'Condition' as const,
      id: `c${index}`,
      subject: { reference: 'Patient/ada-gp' },
    }));
    const long = { 'hollow-way': { localId: 'ada-gp', resources: many } };
    const { setting, id } = await recorded(withRecords(long));
    const lines = (await linesOf(setting, id)).slice(1, -1);
    const rounds = lines.reduce<number[]>(
      (sizes, { resourceType }) => {
        if (resourceType === 'OperationOutcome') return sizes;
        sizes[sizes.length - 1] = (sizes.at(-1) ?? 0) + 1;
        return resourceType === 'Composition' ? [...sizes, 0] : sizes;
      },
      [0],
    );
    expect(rounds.slice(0, -1)).toEqual([499, 499, 206]);
  });

  it('passes another patient’s resource through as another patient’s', async () => {
    const wrong = held('ben-gp', 'rash');
    const mixed = { ...allRecords('ada'), ouh: { ...wrong, localId: 'ada-ouh' } };
    const { setting, id } = await recorded(withRecords(mixed));
    const lines = await linesOf(setting, id);
    const rash = lines.find((line) => JSON.stringify(line).includes('rash'));
    expect(rash?.['subject']).toEqual({ reference: 'Patient/zzh-ben-gp' });
  });
});

const issueLoose = z.looseObject({ issue: z.array(z.unknown()) });

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
});
