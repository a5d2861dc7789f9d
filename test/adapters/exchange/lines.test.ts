import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineSplitter } from '../../../src/adapters/exchange/lines.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** The lines of these bytes, cut into chunks at these places. */
function linesOf(bytes: Uint8Array, cuts: readonly number[] = []): readonly string[] {
  const splitter = lineSplitter();
  const places = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort(
    (a, b) => a - b,
  );
  return places.flatMap((to, at) => [...splitter.push(bytes.subarray(places[at - 1] ?? 0, to))]);
}

const line = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .filter((text) => !/[\r\n\ufeff]/.test(text));

describe('the lines of a stream', () => {
  it('are the same however their bytes were cut into chunks', () => {
    fc.assert(
      fc.property(
        fc.array(line),
        fc.array(fc.nat()),
        fc.constantFrom('\n', '\r\n', '\n\n'),
        (lines, cuts, end) => {
          const bytes = bytesOf(lines.map((each) => each + end).join(''));
          expect(linesOf(bytes, cuts)).toEqual(lines);
        },
      ),
    );
  });

  it('are whole where one is longer than what is decoded at once', () => {
    const long = 'dôse à 5 µg · '.repeat(20_000);
    const lines = ['short', long, 'after it', `${long}\u{1f9ec}`];
    expect(linesOf(bytesOf(`${lines.join('\n')}\n`))).toEqual(lines);
  });

  it('are left out where no line end completes them', () => {
    expect(linesOf(bytesOf('whole\ncut o'))).toEqual(['whole']);
  });

  it('are refused where their bytes are no text', () => {
    const broken = Uint8Array.from([...bytesOf('whole\n'), 0xff, 0x0a]);
    expect(() => linesOf(broken)).toThrow(TypeError);
  });
});
