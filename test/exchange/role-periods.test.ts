/** When a role counts: from its first day to its last, London's (FHIR R4, Period). */
import { describe, expect, it } from 'vitest';
import type { Period } from 'fhir/r4';
import { numbers, staff } from './fixtures.ts';
import { createSetting, traceOf } from './setting.ts';

const doctor = staff('gp-one', { family: 'Patel', given: 'Sam' }, 'R8000');

/** The status of a trace by a doctor whose one role has this period. */
async function traceWith(period: Period, now = '2026-11-22T10:00:00Z'): Promise<number> {
  const setting = await createSetting();
  setting.time.now = new Date(now);
  setting.launch('gp-ada', 'gp-ada', { exp: 2e9 });
  for (const one of doctor) {
    const held = one.resourceType === 'PractitionerRole' ? { ...one, period } : one;
    setting.host.resources.set(`${one.resourceType}/${one.id ?? ''}`, held);
  }
  return (await traceOf(setting, 'gp-ada', numbers.ada)).status;
}

describe('a role counts', () => {
  const rows: readonly (readonly [string, Period, number])[] = [
    ['with an open end', { start: '2020-01-01' }, 200],
    ['on its last day, to the end of it', { end: '2026-11-22' }, 200],
    ['in its last month', { end: '2026-11' }, 200],
    ['on its first day', { start: '2026-11-22' }, 200],
    ['no more after its end', { end: '2026-11-21' }, 403],
    ['no more after a moment', { end: '2026-11-22T09:59:00Z' }, 403],
    ['not yet before its start', { start: '2026-11-23' }, 403],
    ['not with an end that cannot be read', { end: '31/12/2099' }, 403],
    ['not with a start that cannot be read', { start: 'soon' }, 403],
  ];
  for (const [name, period, status] of rows) {
    it(name, async () => {
      expect(await traceWith(period)).toBe(status);
    });
  }

  it('by days in London, an hour ahead of UTC in summer', async () => {
    const night = '2027-06-30T23:30:00Z';
    expect(await traceWith({ end: '2027-06-30' }, night)).toBe(403);
    expect(await traceWith({ start: '2027-07-01' }, night)).toBe(200);
  });
});
