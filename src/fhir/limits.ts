/** Shapes with a condition of their own. */
import { number, type Shape, string, wrong } from './shape.ts';

/** @param why said of what is of the shape, but not so */
export function where<T>(shape: Shape<T>, isSo: (value: T) => boolean, why: string): Shape<T> {
  const read = (value: unknown) => {
    const found = shape.read(value);
    return found === wrong || isSo(found) ? found : wrong;
  };
  const whyNot = (value: unknown) => (shape.read(value) === wrong ? shape.why(value) : why);
  return { ...shape, read, why: whyNot };
}

export const someText = where(string, (text) => text !== '', 'must not be empty');

/** @param most characters, as JavaScript counts them */
export function textUpTo(most: number): Shape<string> {
  return where(string, ({ length }) => length <= most, `must not be over ${most} characters`);
}

/** Text in which the pattern, which must not be global, is found. */
export function matching(pattern: RegExp): Shape<string> {
  return where(string, (text) => pattern.test(text), `must match ${pattern.source}`);
}

/** A whole number that JavaScript knows exactly. */
export function integerFrom(least: number): Shape<number> {
  const isOne = (value: number) => Number.isSafeInteger(value) && value >= least;
  return where(number, isOne, `must be a whole number, ${least} or more`);
}

/** A list with something in it. */
export function filled<T>(list: Shape<readonly T[]>): Shape<readonly T[]> {
  return where(list, ({ length }) => length > 0, 'must not be empty');
}
