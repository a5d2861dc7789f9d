/** Margaret's sources in every state, as the app hears of them, and what may be said of allergies. */
import { describe, expect, it } from 'vitest';
import { margaret } from '../../mocks/scenarios/patients/margaret.ts';
import { allergyHeading } from '../../src/domain/summary/absence.ts';
import { parseNhsNumber } from '../../src/domain/nhs-number.ts';
import type { PatientRef } from '../../src/domain/person.ts';
import type { SourceReport } from '../../src/domain/source.ts';
import { itemsOf } from '../../src/domain/summary/summary.ts';
import { summaryReader } from '../../src/fhir/summary/reader.ts';
import { parse } from './lines.ts';
import { recordAt, restrictedSetting, streamOf, traceAt } from './restricted.ts';

async function opened(variant: string) {
  const { setting, hospital } = await restrictedSetting(margaret);
  await setting.sandbox('variant', { scenario: 'margaret', variant });
  const call = hospital();
  const id = await traceAt(call, margaret.nhsNumber);
  await recordAt(call, id);
  const nhsNumber = parseNhsNumber(margaret.nhsNumber) ?? expect.fail();
  const reader = summaryReader({ ref: id as PatientRef, nhsNumber, restricted: 'none' });
  const events = parse(await streamOf(call, id)).flatMap((line) => [...reader.push(line)]);
  const parts = events.flatMap((event) => (event.type === 'part' ? [event.part] : []));
  const reports = new Map<string, SourceReport>();
  for (const event of events) {
    if (event.type === 'report') reports.set(event.report.source.tag, event.report);
  }
  const summary = {
    practice: null,
    sources: [...reports.values()],
    items: parts.flatMap(({ items }) => items),
    unshown: parts.flatMap(({ unshown }) => unshown),
    gaps: parts.flatMap(({ gaps }) => gaps),
    texts: parts.flatMap(({ texts }) => texts),
  };
  return { reports, heading: allergyHeading(summary), allergies: itemsOf(summary, 'allergy') };
}

describe('each story of a source reaches the app as itself', () => {
  it.each([
    ['no-relationship', 'SC', 'no-relationship'],
    ['in-transit', 'GP', 'in-transit'],
    ['awaiting-filing', 'GP', 'awaiting-filing'],
    ['not-known', 'OUH', 'not-known'],
    ['failed', 'OH', 'failed'],
    ['unavailable', 'OUH', 'unavailable'],
    ['nothing-recorded', 'OH', 'nothing-recorded'],
    ['withheld', 'OUH', 'answered-withheld'],
  ])('%s: %s is %s', async (variant, tag, state) => {
    const { reports } = await opened(variant);
    expect(reports.get(tag)?.state).toBe(state);
    const others = [...reports].filter(([other]) => other !== tag).map(([, { state: is }]) => is);
    expect(new Set(others)).toEqual(new Set(['answered']));
  });

  it('stale: its data is complete to 14-Feb-2026', async () => {
    const { reports } = await opened('stale');
    expect(reports.get('GP')?.upTo).toMatchObject({ iso: '2026-02-14T06:00:00+00:00' });
  });
});

describe('the allergy heading', () => {
  it.each([
    ['none-asserted', 'none-known'],
    ['allergies-not-recorded', 'not-recorded'],
    ['nilknown', 'unavailable'],
  ])('of %s is %s', async (variant, heading) => {
    expect(await opened(variant)).toMatchObject({ heading });
  });
});
