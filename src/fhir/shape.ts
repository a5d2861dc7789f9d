/**
 * Shapes: checks of parsed JSON that know the type of what passes. What passes is used as it came
 * and nothing is copied, since a record is checked tens of thousands of times; so nothing that was
 * read by a shape may be changed. Keys that a shape does not name are not looked at, and stay: who
 * reads what has passed must not ask for a key that its shape does not name.
 *
 * A key is read as it stands: what JSON.parse makes inherits from Object.prototype alone, and no
 * shape may name a key that stands there.
 */

/** What a value of another shape reads as; no JSON value is one. */
export const wrong = Symbol('wrong');

export type Shape<T> = {
  /** The value itself, or `wrong`; a copy only where something lenient was left out of it. */
  readonly read: (value: unknown) => T | typeof wrong;
  /** Why a value reads as `wrong`, where none of its parts is to blame. */
  readonly why: (value: unknown) => string;
  /** What stands in a value, each with the shape it should have. */
  readonly parts?: (value: unknown) => readonly Part[];
};
type Part = readonly [key: string, shape: Shape<unknown>, value: unknown];

export type Infer<S> = S extends Shape<infer T> ? T : never;

type Fields = Readonly<Record<string, Shape<unknown>>>;
type NoneInherited<F> = { readonly [Key in keyof F & keyof typeof Object.prototype]: never };
type OptionalIn<F> = {
  [Key in keyof F]: undefined extends Infer<F[Key]> ? Key : never;
}[keyof F];

/** The type of an object of these fields. */
export type InferFields<F> = {
  readonly [Key in Exclude<keyof F, OptionalIn<F>>]: Infer<F[Key]>;
} & { readonly [Key in OptionalIn<F>]?: Infer<F[Key]> };

type ObjectShape<F> = Shape<InferFields<F>> & { readonly fields: F };

function leaf<T>(is: (value: unknown) => value is T, why: string): Shape<T> {
  return { read: (value) => (is(value) ? value : wrong), why: () => why };
}

export const string = leaf((value) => typeof value === 'string', 'must be text');

export const boolean = leaf((value) => typeof value === 'boolean', 'must be true or false');

/** Finite: `1e999`, which JSON can write, is read as infinite. */
export const number = leaf((value): value is number => Number.isFinite(value), 'must be a number');

/** Whatever it is, it must be there. */
export const unknown: Shape<unknown> = {
  read: (value) => (value === undefined ? wrong : value),
  why: () => 'must be there',
};

/** What may not be there. */
export const never: Shape<never> = { read: () => wrong, why: () => 'is not a key here' };

/** This very word. */
export function literal<const T extends string>(only: T): Shape<T> {
  return leaf((value): value is T => value === only, `must be "${only}"`);
}

/** One of these words, and no other. */
export function oneOf<const T extends string>(all: readonly T[]): Shape<T> {
  const why = `must be one of ${all.join(', ')}`;
  return leaf((value): value is T => all.some((each) => each === value), why);
}

/** May be absent; `null` is not absent. */
export function optional<T>(shape: Shape<T>): Shape<T | undefined> {
  return { ...shape, read: (value) => (value === undefined ? undefined : shape.read(value)) };
}

export function nullable<T>(shape: Shape<T>): Shape<T | null> {
  return { ...shape, read: (value) => (value === null ? null : shape.read(value)) };
}

/** Optional; one of another shape is left out. */
export function lenient<T>(shape: Shape<T>): Shape<T | undefined> {
  const read = (value: unknown) => {
    const found = value === undefined ? undefined : shape.read(value);
    return found === wrong ? undefined : found;
  };
  return { ...shape, read };
}

/** Read as the first where that fits. */
export function either<A, B>(first: Shape<A>, second: Shape<B>): Shape<A | B> {
  const read = (value: unknown) => {
    const found = first.read(value);
    return found === wrong ? second.read(value) : found;
  };
  return { read, why: (value) => `${first.why(value)}, or ${second.why(value)}` };
}

/** A list of these, of any length. */
export function array<T>(each: Shape<T>): Shape<readonly T[]> {
  const read = (value: unknown) => {
    if (!Array.isArray(value)) return wrong;
    const all: readonly unknown[] = value;
    let copy: unknown[] | null = null;
    for (let at = 0; at < all.length; at += 1) {
      const found = each.read(all[at]);
      if (found === wrong) return wrong;
      if (found === all[at]) continue;
      copy ??= [...all];
      copy[at] = found;
    }
    // Each of them has passed.
    return (copy ?? all) as readonly T[];
  };
  const parts = (value: unknown) =>
    Array.isArray(value)
      ? value.map((inside: unknown, at): Part => [String(at), each, inside])
      : [];
  return { read, why: () => 'must be a list', parts };
}

/** These fields, and whatever else stands beside them. */
export function object<const F extends Fields>(fields: F & NoneInherited<F>): ObjectShape<F> {
  const all = Object.entries<Shape<unknown>>(fields).map(([key, { read }]) => {
    // What most resources leave out costs no call.
    return { key, read, isOptional: read(undefined) === undefined };
  });
  const read = (value: unknown) => {
    if (!isObject(value)) return wrong;
    let copy: Record<string, unknown> | null = null;
    for (const { key, read: readField, isOptional } of all) {
      const inside = value[key];
      if (inside === undefined && isOptional) continue;
      const found = readField(inside);
      if (found === wrong) return wrong;
      if (found === inside) continue;
      copy ??= { ...value };
      copy[key] = found;
    }
    // Each field has passed.
    return (copy ?? value) as InferFields<F>;
  };
  const parts = (value: unknown) =>
    isObject(value)
      ? Object.entries<Shape<unknown>>(fields).map(([key, shape]): Part => [key, shape, value[key]])
      : [];
  return { read, why: notObject, parts, fields };
}

/** These fields, and no other key. */
export function strictObject<const F extends Fields>(fields: F & NoneInherited<F>): ObjectShape<F> {
  const open = object<F>(fields);
  const others = (value: unknown) =>
    isObject(value) ? Object.entries(value).filter(([key]) => !Object.hasOwn(fields, key)) : [];
  const read = (value: unknown) => (others(value).length > 0 ? wrong : open.read(value));
  const parts = (value: unknown) => [
    ...(open.parts?.(value) ?? []),
    ...others(value).map(([key, inside]): Part => [key, never, inside]),
  ];
  return { ...open, read, parts };
}

/** An object of whatever keys. Nothing is left out of it: a lenient shape refuses here. */
export function record<T>(each: Shape<T>): Shape<Readonly<Record<string, T>>> {
  const read = (value: unknown) => {
    if (!isObject(value)) return wrong;
    const isRight = Object.values(value).every((inside) => each.read(inside) === inside);
    // Each of them has passed.
    return isRight ? (value as Readonly<Record<string, T>>) : wrong;
  };
  const parts = (value: unknown) =>
    isObject(value) ? Object.entries(value).map(([key, inside]): Part => [key, each, inside]) : [];
  return { read, why: notObject, parts };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function notObject(): string {
  return 'must be an object';
}
