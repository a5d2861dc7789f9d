/** Between them the patients fill every section that the exchange sends, and some facts come twice. */
import { describe, expect, it } from 'vitest';
import { isResource } from '../../mocks/exchange/part.ts';
import { sectionOf } from '../../mocks/exchange/section-of.ts';
import { scenarios } from '../../mocks/scenarios/catalogue.ts';
import { all, codesOf, results } from './find.ts';

const sectionsOf = (key: string): ReadonlySet<string | null> => {
  const found = scenarios.find((one) => one.key === key);
  const resources: readonly unknown[] = Object.values(found?.records ?? {}).flatMap(
    (record) => record.resources,
  );
  const sendable = resources.filter(isResource);
  expect(sendable).toHaveLength(resources.length);
  return new Set(sendable.map(sectionOf));
};

const rare = ['pregnancy', 'devices', 'safeguarding', 'research', 'family', 'story'];
const usual = [
  ...['problems', 'pastProblems', 'allergies', 'medications', 'immunisations', 'results'],
  ...['procedures', 'directives', 'alerts', 'plans', 'social', 'vitals', 'encounters'],
  ...['functional', 'needs', 'referrals', 'appointments', 'documents', 'contacts'],
];

describe('the stories', () => {
  it.each(['grace', 'margaret'])('fill every usual section for %s', (key) => {
    const filled = sectionsOf(key);
    expect(usual.filter((section) => !filled.has(section))).toEqual([]);
  });

  it('fill the rare ones for somebody', () => {
    const filled = new Set(scenarios.flatMap(({ key }) => [...sectionsOf(key)]));
    expect(rare.filter((section) => !filled.has(section))).toEqual([]);
  });

  it('have one fact twice: by code, by the laboratory’s number, on one day', () => {
    const has = (source: 'hollow-way' | 'ouh') =>
      all('grace', source, 'Condition').some(({ code }) => codesOf(code).includes('49436004'));
    expect([has('hollow-way'), has('ouh')]).toEqual([true, true]);
    const [here, there] = (['hollow-way', 'ouh'] as const).map((source) =>
      results('grace', source, '718-7').flatMap(({ identifier }) => identifier ?? []),
    );
    expect(here).toHaveLength(1);
    expect(there).toEqual(here);
    const jabs = (['hollow-way', 'oxford-health'] as const).map((source) =>
      all('grace', source, 'Immunization').some(
        ({ occurrenceDateTime }) => occurrenceDateTime === '2026-10-03',
      ),
    );
    expect(jabs).toEqual([true, true]);
  });
});
