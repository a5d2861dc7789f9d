import { describe, expect, it } from 'vitest';
import { find, reading } from '../../../src/domain/summary/find.ts';
import type { Item } from '../../../src/domain/summary/item.ts';
import { on } from '../../ui/fixtures.ts';
import { allergy, entry, gracesItems, medication, problem, result } from '../../ui/items.ts';

const items = gracesItems();
const titles = (query: string, among: readonly Item[] = items) =>
  find({ items: among }, query).map(({ title }) => title);

describe('searching', () => {
  it('finds every word, in any order, case and field, newest first', () => {
    expect(titles('warfarin')).toEqual(['Warfarin', 'Warfarin 1 mg tablets']);
    expect(titles('INR  warf')).toEqual(['Warfarin 1 mg tablets']);
    expect(titles('haemolysed')).toEqual(['Potassium']);
    expect(titles('radcliffe')).toEqual(['Discharge summary']);
    expect(titles('91936005')).toEqual(['Penicillin']);
    expect(titles('anaphylaxis')).toEqual(['Penicillin']);
    expect(titles('nothing like it')).toEqual([]);
  });

  it('finds nothing for blanks', () => {
    expect(titles('')).toEqual([]);
    expect(titles('  \t')).toEqual([]);
  });

  it('finds an accented name by its plain letters', () => {
    expect(titles('sjogren', [problem('Sjögren syndrome')])).toEqual(['Sjögren syndrome']);
    expect(titles('SJÖGREN', [problem('Sjogren syndrome')])).toEqual(['Sjogren syndrome']);
  });

  it('reads the details of an entry, and none of our own words', () => {
    const son = entry('contact', 'Ben', { details: [{ label: 'Relationship', text: 'Son' }] });
    expect(titles('son', [son])).toEqual(['Ben']);
    const among = [son, medication('Senna'), problem('Asthma'), allergy('Egg')];
    for (const ours of ['current', 'active', 'contact', 'k84001', 'item-']) {
      expect(titles(ours, among), ours).toEqual([]);
    }
  });

  it('takes a query for words, never for a pattern', () => {
    expect(titles('.*')).toEqual([]);
    expect(titles('(mg)', [medication('Ramipril (mg)', { date: on('2026') })])).toHaveLength(1);
  });

  it('finds the same again in a long record', () => {
    const many = Array.from({ length: 20_000 }, (_, at) =>
      result(`Test ${at}`, { note: 'fasting' }),
    );
    expect(titles('test 19999', many)).toEqual(['Test 19999']);
    expect(titles('fasting', many)).toHaveLength(20_000);
  });
});

describe('a record that was read ahead', () => {
  it('is found in as one that was not', () => {
    const among = [...items, problem('Sjögren syndrome', { note: 'dry eyes' })];
    const ahead = [...among];
    Array.from(reading({ items: ahead }));
    for (const query of ['warfarin', 'INR  warf', 'sjogren', 'dry', 'o', 'nothing like it', ' ']) {
      expect(titles(query, ahead), query).toEqual(titles(query, among));
    }
  });

  it('is read in pieces, one item at a time', () => {
    expect([...reading({ items })]).toHaveLength(items.length);
  });

  it('of which only a part was read is searched in whole', () => {
    const fresh = gracesItems();
    reading({ items: fresh }).next();
    expect(titles('o', fresh)).toEqual(titles('o'));
  });
});
