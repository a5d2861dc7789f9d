import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { filled, integerFrom, matching, someText, textUpTo, where } from '../../src/fhir/limits.ts';
import { parsed, problemsIn } from '../../src/fhir/parsed.ts';
import * as s from '../../src/fhir/shape.ts';

const keys = ['a', 'b', 'c', '__proto__', 'constructor', 'toString'];
const leaf = fc.constantFrom(
  ...['null', 'true', '0', '1', '2.5', '-3', '1e999', '9007199254740992'],
  ...['""', '"x"', '"xy"', '"longer"', '"12:30"', '"12:30:00"', '"red"'],
);
const objectOf = (entries: readonly (readonly [key: string, value: string])[]) =>
  `{${entries.map(([key, value]) => `"${key}":${value}`).join(',')}}`;

/** JSON as a server writes it: every key is an own one, `__proto__` too, and 1e999 can be read. */
const { json } = fc.letrec<{ json: string }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small', maxDepth: 4 },
    leaf,
    fc.array(tie('json'), { maxLength: 3 }).map((all) => `[${all.join(',')}]`),
    fc.array(fc.tuple(fc.constantFrom(...keys), tie('json')), { maxLength: 4 }).map(objectOf),
    fc.tuple(leaf, leaf).map(([a, b]) =>
      objectOf([
        ['a', a],
        ['b', b],
      ]),
    ),
  ),
}));
const read = (text: string): unknown => JSON.parse(text);

const time = /^\d{2}:\d{2}(:\d{2})?$/;
const colours = ['red', 'xy'] as const;
const someA = s.object({ a: s.lenient(s.string), b: s.optional(s.string) });
const zodA = z.object({
  a: z.catch(z.optional(z.string()), undefined),
  b: z.optional(z.string()),
});

type Pair = readonly [name: string, ours: s.Shape<unknown>, zods: z.ZodMiniType];
const pairs: readonly Pair[] = [
  ['string', s.string, z.string()],
  ['boolean', s.boolean, z.boolean()],
  ['number', s.number, z.number()],
  ['literal', s.literal('x'), z.literal('x')],
  ['oneOf', s.oneOf(colours), z.enum(colours)],
  ['nullable', s.nullable(s.string), z.nullable(z.string())],
  ['lenient', s.lenient(s.string), z.catch(z.optional(z.string()), undefined)],
  ['either', s.either(s.string, s.array(someA)), z.union([z.string(), z.array(zodA)])],
  ['array', s.array(s.nullable(s.string)), z.array(z.nullable(z.string()))],
  ['array of lenient', s.array(s.lenient(someA)), z.array(z.catch(z.optional(zodA), undefined))],
  ['object', s.object({ a: s.string, b: s.number }), z.object({ a: z.string(), b: z.number() })],
  ['object of unknown', s.object({ a: s.unknown }), z.object({ a: z.unknown() })],
  ['object, lenient', someA, zodA],
  [
    'object of optional',
    s.object({ a: s.optional(s.unknown), b: s.optional(s.never), c: s.optional(s.array(someA)) }),
    z.object({
      a: z.optional(z.unknown()),
      b: z.optional(z.never()),
      c: z.optional(z.array(zodA)),
    }),
  ],
  [
    'object in object',
    s.object({ a: s.optional(s.object({ b: s.lenient(someA) })) }),
    z.object({ a: z.optional(z.object({ b: z.catch(z.optional(zodA), undefined) })) }),
  ],
  [
    'object of two',
    s.object({ ...someA.fields, b: s.array(s.unknown) }),
    z.extend(zodA, { b: z.array(z.unknown()) }),
  ],
  [
    'strictObject',
    s.strictObject({ a: s.optional(s.string), b: s.optional(s.strictObject({ c: s.unknown })) }),
    z.strictObject({
      a: z.optional(z.string()),
      b: z.optional(z.strictObject({ c: z.unknown() })),
    }),
  ],
  [
    'record',
    s.record(s.either(s.string, s.number)),
    z.record(z.string(), z.union([z.string(), z.number()])),
  ],
  ['someText', someText, z.string().check(z.minLength(1))],
  ['textUpTo', textUpTo(4), z.string().check(z.maxLength(4))],
  ['matching', matching(time), z.string().check(z.regex(time))],
  ['integerFrom', integerFrom(1), z.number().check(z.int(), z.minimum(1))],
  ['filled', filled(s.array(s.unknown)), z.array(z.unknown()).check(z.minLength(1))],
  [
    'where',
    where(s.number, (value) => value > 0, 'must be over 0'),
    z.number().check(z.positive()),
  ],
];

/** Everything that zod kept stands in ours, and nothing else at these keys. */
function holds(ours: unknown, zods: unknown): boolean {
  if (typeof zods !== 'object' || zods === null) return Object.is(ours, zods);
  if (typeof ours !== 'object' || ours === null) return false;
  if (Array.isArray(zods) && (!Array.isArray(ours) || ours.length !== zods.length)) return false;
  const found = new Map<string, unknown>(Object.entries(ours));
  return Object.entries(zods).every(([key, value]) => holds(found.get(key), value));
}

describe.each(pairs)('the shape %s', (name, ours, zods) => {
  // A record of zod's passes over a `__proto__`; ours looks at it.
  const texts = name === 'record' ? json.filter((text) => !text.includes('__proto__')) : json;

  it('takes what zod takes, refuses what zod refuses, and gives what zod gives', () => {
    const seen = { taken: 0, refused: 0 };
    fc.assert(
      fc.property(texts, (text) => {
        const found = ours.read(read(text));
        const expected = z.safeParse(zods, read(text));
        seen[expected.success ? 'taken' : 'refused'] += 1;
        expect(found !== s.wrong).toBe(expected.success);
        if (expected.success) expect(holds(found, expected.data)).toBe(true);
      }),
      { numRuns: 3000 },
    );
    expect(seen.taken).toBeGreaterThan(0);
    if (name !== 'lenient') expect(seen.refused).toBeGreaterThan(0);
  });

  it('says what is wrong exactly where it refuses, and changes nothing', () => {
    fc.assert(
      fc.property(json, (text) => {
        const value = read(text);
        const isRefused = ours.read(value) === s.wrong;
        expect(problemsIn(ours, value).length > 0).toBe(isRefused);
        expect(value).toEqual(read(text));
      }),
    );
  });
});

describe('a shape', () => {
  it('gives the value itself, however much stands in it', () => {
    const value = read('{"a":"x","b":"y","c":[{"deep":true}]}');
    expect(someA.read(value)).toBe(value);
    const all = [value, value];
    expect(s.array(someA).read(all)).toBe(all);
  });

  it('leaves out what is lenient in a copy, and the value as it was', () => {
    const value = read('[{"a":1,"b":"y","__proto__":{"a":"not its own"}},{"a":"x"}]');
    const found = parsed(s.array(someA), value);
    expect(found?.map(({ a, b }) => [a, b])).toEqual([
      [undefined, 'y'],
      ['x', undefined],
    ]);
    expect(value).toEqual([expect.objectContaining({ a: 1 }), { a: 'x' }]);
  });

  it('takes null for no absent field', () => {
    expect(parsed(someA, { b: null })).toBeNull();
    expect(parsed(someA, { a: null })).toEqual({});
  });

  it('reads no field from an object that stands under __proto__', () => {
    expect(parsed(s.object({ a: s.string }), read('{"__proto__":{"a":"x"}}'))).toBeNull();
  });

  it('of a record looks at __proto__ as at any other key', () => {
    expect(parsed(s.record(s.string), read('{"__proto__":{}}'))).toBeNull();
  });

  it('does not compile where it names a key that every object inherits', () => {
    // @ts-expect-error `constructor` would be found where nobody sent it.
    expect(s.object({ constructor: s.unknown }).read({})).not.toBe(s.wrong);
  });
});
