import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundle, letterhead, listing, patient, told } from './documents.ts';
import { about, facts } from './facts.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const resources = facts.map((fact, at) => ({
  ...about,
  ...fact,
  id: `r${at}`,
  note: [{ text: 'A note' }],
  extension: [{ url: 'https://example.org/x', valueString: 'x' }],
  text: { status: 'generated', div: '<div>x</div>' },
  contained: [{ resourceType: 'Medication', id: 'm', code: { text: 'x' } }],
  dosage: [{ text: 'One a day', timing: { repeat: { timeOfDay: ['07:00:00'] } } }],
  result: [{ reference: `Observation/r3` }],
  hasMember: [{ reference: `Observation/r3` }],
  participant: [{ actor: about.subject }],
})) as unknown as readonly Json[];
const names = facts.map(({ resourceType }, at) => `${resourceType}/r${at}`);
const lead = letterhead([listing('Everything', names)]) as unknown as Json;

/** Whom it is about is another test's: a mutated subject closes the record, as it should. */
const kept = new Set(['subject', 'patient', 'resourceType', 'id', 'actor']);

const junk: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, true, 0, -1, 1e308, '', [], {}, [null], [[]], [{}]),
  fc.constantFrom(...names.map((reference): Json => ({ reference }))),
  fc.constantFrom<Json>('x'.repeat(200_000), 'a-b '.repeat(40_000), '(((((', '\u202E\u0000'),
  fc.constantFrom(...['__proto__', 'constructor', 'toString'].map(polluted)),
  fc.string(),
  fc.double({ noNaN: true }),
);

/** As JSON.parse makes it: an own property of that name. */
function polluted(key: string): Json {
  return JSON.parse(`{"${key}": {"status": "active", "coding": [1]}, "text": "x"}`) as Json;
}

type Change = { readonly steps: readonly number[]; readonly to: Json | undefined };
const change: fc.Arbitrary<Change> = fc.record({
  steps: fc.array(fc.nat(30), { minLength: 1, maxLength: 5 }),
  to: fc.option(junk, { nil: undefined }),
});

/** Walks down by the numbers given, and there drops what it finds, or puts another thing. */
function changed(value: Json, { steps, to }: Change): Json | undefined {
  const [step, ...rest] = steps;
  if (step === undefined || typeof value !== 'object' || value === null) return to;
  const entries = Object.entries(value).filter(([key]) => !kept.has(key));
  const picked = entries[step % Math.max(entries.length, 1)];
  if (!picked) return to;
  const [name, inside] = picked;
  const next = changed(inside, { steps: rest, to });
  if (Array.isArray(value)) {
    const all = (value as Json[]).map((each, at) => (String(at) === name ? next : each));
    return all.filter((each) => each !== undefined);
  }
  const others = Object.entries(value).filter(([key]) => key !== name);
  return Object.fromEntries(next === undefined ? others : [...others, [name, next]]);
}

function read(composition: Json | undefined, all: readonly unknown[]) {
  const sent = [composition, ...all].map((resource) => ({ resource }));
  return told(bundle([...sent, patient]));
}

const keysOf = (all: readonly { readonly key: string }[]) => new Set(all.map(({ key }) => key));

describe('mutated documents', () => {
  it('one resource changed in any way costs no other, and is itself an item or counted', () => {
    const whole = keysOf(read(lead, resources).items);
    expect(whole).toEqual(new Set(names));
    fc.assert(
      fc.property(
        fc.nat(resources.length - 1),
        fc.array(change, { minLength: 1, maxLength: 3 }),
        (at, changes) => {
          const mutant = changes.reduce<Json | undefined>(
            (value, each) => (value === undefined ? value : changed(value, each)),
            resources[at],
          );
          const all = resources.map((each, position) => (position === at ? mutant : each));
          const { items, unshown, gaps, types } = read(lead, all);
          expect(types).toEqual(['report', 'part', 'finished']);
          const found = keysOf(items);
          const lost = names.filter((name, position) => position !== at && !found.has(name));
          expect(lost).toEqual([]);
          const isTold = found.has(names[at] ?? '') || unshown.length + gaps.length > 0;
          const isReport = names[at]?.startsWith('DiagnosticReport') === true;
          expect(isTold || isReport).toBe(true);
        },
      ),
      { numRuns: 2000, seed: 20261122 },
    );
  }, 120_000);

  it('a Composition changed in any way loses nothing: all is an item or counted', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        const mutant = changes.reduce<Json | undefined>(
          (value, each) => (value === undefined ? value : changed(value, each)),
          lead,
        );
        const { items, unshown, gaps, types } = read(mutant, resources);
        if (types.includes('unusable')) return;
        const accounted = new Set([...keysOf(items), ...keysOf(unshown)]);
        expect(names.filter((name) => !accounted.has(name)).length).toBeLessThanOrEqual(
          gaps.length,
        );
      }),
      { numRuns: 500, seed: 20261122 },
    );
  }, 120_000);

  it('pollutes no prototype', () => {
    read(lead, [...resources, polluted('__proto__'), polluted('constructor')]);
    expect(({} as { status?: string }).status).toBeUndefined();
  });
});
