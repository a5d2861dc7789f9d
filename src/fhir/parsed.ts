/** Values read by a shape, and what is wrong with one. */
import { type Shape, wrong } from './shape.ts';

/**
 * @param raw any value that JSON.parse gave, or a part of one
 * @returns null where it is not of that shape. It may be the value itself: it is not to be changed.
 */
export function parsed<T>(shape: Shape<T>, raw: unknown): T | null {
  const found = shape.read(raw);
  return found === wrong ? null : found;
}

/**
 * Everything that is wrong with a value, in the order of its shape's keys.
 * @param path where the value stands; empty at the top
 * @returns one line for each, as `path.to.key: what it must be`; none for a value of the shape
 */
export function problemsIn(shape: Shape<unknown>, value: unknown, path = ''): readonly string[] {
  if (shape.read(value) !== wrong) return [];
  const inside = (shape.parts?.(value) ?? []).flatMap(([key, part, partly]) =>
    problemsIn(part, partly, path === '' ? key : `${path}.${key}`),
  );
  if (inside.length > 0) return inside;
  const why = value === undefined ? 'is missing' : shape.why(value);
  return [path === '' ? why : `${path}: ${why}`];
}
