/** The PDFs among the letters are real: any reader finds its way from the last line to the text. */
import { describe, expect, it } from 'vitest';
import { pdf } from '../../mocks/scenarios/build/pdf.ts';

const fileOf = (lines: readonly string[]) => Buffer.from(pdf(lines)).toString('latin1');

describe('a generated PDF', () => {
  it('has a cross-reference table whose offsets are where the objects are', () => {
    const file = fileOf(['Clinic letter', '', 'First (and only) paragraph, 5 \\ 6.']);
    const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(file)?.[1]);
    expect(file.slice(start, start + 4)).toBe('xref');
    const offsets = Array.from(file.matchAll(/^(\d{10}) 00000 n $/gm), ([, at]) => Number(at));
    expect(offsets).toHaveLength(6);
    offsets.forEach((at, index) => {
      expect(file.slice(at, at + 7)).toBe(`${index + 1} 0 obj`);
    });
  });

  it('states the length of its text to the byte', () => {
    const file = fileOf(['Tést', 'café']);
    const [, length = '', stream = ''] =
      /\/Length (\d+) >>\nstream\n([\s\S]*?)\nendstream/.exec(file) ?? [];
    expect(stream).toHaveLength(Number(length));
    expect(stream).toContain('(café) Tj');
  });

  it('escapes brackets and backslashes', () => {
    expect(fileOf(['a', '(b) \\'])).toContain('(\\(b\\) \\\\) Tj');
  });

  it('keeps the typographic apostrophe and refuses what the font cannot show', () => {
    expect(fileOf(['the patient’s'])).toContain('the patient\x92s');
    expect(() => pdf(['Σ'])).toThrow(RangeError);
  });

  it('goes on on further pages, each with its text', () => {
    const file = fileOf(['Letter', ...Array.from({ length: 100 }, (_, at) => `Line ${at + 1}`)]);
    expect(file).toContain('/Kids [3 0 R 7 0 R 9 0 R] /Count 3');
    expect(file.match(/\/Contents (?:6|8|10) 0 R/g)).toHaveLength(3);
    expect(file.match(/\(Line \d+\) Tj/g)).toHaveLength(100);
    const offsets = Array.from(file.matchAll(/^(\d{10}) 00000 n $/gm), ([, at]) => Number(at));
    expect(offsets).toHaveLength(10);
    offsets.forEach((at, index) => {
      expect(file.slice(at).startsWith(`${index + 1} 0 obj`)).toBe(true);
    });
  });
});
