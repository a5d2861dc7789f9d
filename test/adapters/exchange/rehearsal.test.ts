import { describe, expect, it } from 'vitest';
import { rehearseReading } from '../../../src/adapters/exchange/rehearsal.ts';
import { parseNhsNumber } from '../../../src/domain/nhs-number.ts';
import { summaryReader } from '../../../src/fhir/summary/reader.ts';
import { nobody, nobodysAnswer, rehearsalWord } from '../../../src/fhir/summary/rehearsal.ts';

const sources = ['GP', 'OUH'];

/** What it leaves behind, and after how many pieces. */
function readToTheEnd(times: number) {
  const reading = rehearseReading(sources, times);
  for (let pieces = 0; ; pieces += 1) {
    const step = reading.next();
    if (step.done) return { items: step.value, pieces };
  }
}

describe('the answer that is nobody’s', () => {
  it('is read like any other, and every entry of it is shown', () => {
    const reader = summaryReader(nobody() ?? expect.fail());
    const events = nobodysAnswer(sources, 3).flatMap((line) => [...reader.push(line)]);
    const parts = events.flatMap((event) => (event.type === 'part' ? [event.part] : []));
    expect(new Set(events.map(({ type }) => type))).toEqual(new Set(['part', 'report']));
    expect(parts.flatMap(({ unshown }) => unshown)).toEqual([]);
    expect(parts.flatMap(({ gaps }) => gaps)).toEqual([]);
    const kinds = parts.flatMap(({ items }) => items.map(({ kind }) => kind));
    expect(new Set(kinds).size).toBeGreaterThan(12);
  });

  it('says in every title that it is a rehearsal', () => {
    const { items } = readToTheEnd(1);
    expect(items.length).toBeGreaterThan(100);
    expect(items.filter(({ title }) => title !== rehearsalWord)).toEqual([]);
  });

  it('carries no NHS number', () => {
    const words = JSON.stringify(nobodysAnswer(sources, 3)).match(/\d{10}/g) ?? [];
    expect(words.filter((each) => parseNhsNumber(each))).toEqual([]);
  });
});

describe('a rehearsed reading', () => {
  it('may be left after every line', () => {
    const lines = nobodysAnswer(sources, 3).length;
    expect(readToTheEnd(1).pieces).toBeGreaterThanOrEqual(lines);
    expect(readToTheEnd(3).pieces).toBe(3 * readToTheEnd(1).pieces);
  });

  it('starts afresh each time', () => {
    expect(readToTheEnd(2).items).toEqual(readToTheEnd(1).items);
  });
});
