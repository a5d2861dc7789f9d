/** Every outcome of a trace, and what the trail says it found (domain.md 6, contract.md 2.1). */
import { describe, expect, it } from 'vitest';
import { leila } from '../../mocks/scenarios/patients/leila.ts';
import type { Scenario, Variant } from '../../mocks/scenarios/types.ts';
import { parseNhsNumber } from '../../src/domain/nhs-number.ts';
import { traceOutcome, traceRefusal } from '../../src/fhir/gate/trace-outcome.ts';
import { codeSystem } from '../../src/fhir/systems.ts';
import { record } from './decisions.ts';
import { ada, allRecords, numbers, scenario } from './fixtures.ts';
import { recordAt, restrictedSetting, traceAt } from './restricted.ts';
import { createSetting, refusalOf, summaryOf, traceOf, tracedId } from './setting.ts';

async function traced(more: Partial<Scenario>, trace?: Variant['trace']) {
  const variants = trace ? [{ key: 'v', label: 'v', trace }] : [];
  const setting = await createSetting({
    scenarios: [
      scenario({ key: 'ada', demographics: ada }, allRecords('ada'), { variants, ...more }),
    ],
  });
  if (trace) await setting.sandbox('variant', { scenario: 'ada', variant: 'v' });
  const answer = await traceOf(setting, 'gp-ada', numbers.ada);
  const body: unknown = await answer.json();
  const number = parseNhsNumber(numbers.ada);
  const reading = number && traceOutcome(body, number, setting.time.now);
  const outcome = reading?.type === 'outcome' ? reading.outcome : traceRefusal(answer.status, body);
  const events = await setting.events();
  return { outcome, body, found: events.map(({ type, detail }) => [type, detail]) };
}

const security = (code: string) => [{ system: codeSystem.confidentiality, code }];
const superseded = { ...ada, identifier: [{ ...ada.identifier?.[0], value: numbers.now }] };

describe('a trace is told apart by the app, and audited with what it found', () => {
  it.each<[string, Partial<Scenario>, Variant['trace'] | undefined, string, string]>([
    ['one', {}, undefined, 'found', '1'],
    ['nobody', {}, 'not-found', 'not-found', '0'],
    ['several', {}, 'several', 'several', '2'],
    ['an invalidated number', {}, 'invalidated', 'invalidated', 'invalidated'],
    [
      'a superseded number',
      { nhsNumber: numbers.ada, demographics: superseded },
      undefined,
      'superseded',
      'superseded',
    ],
    [
      'a restricted record',
      { demographics: { ...ada, meta: { security: security('R') } } },
      undefined,
      'found',
      'restricted',
    ],
    [
      'somebody who died',
      { demographics: { ...ada, deceasedDateTime: '2026-11-19' } },
      undefined,
      'found',
      'deceased',
    ],
  ])('%s', async (_, more, trace, type, found) => {
    const { outcome, found: audited } = await traced(more, trace);
    expect(outcome).toMatchObject({ type });
    expect(audited).toEqual([['trace', `found ${found}`]]);
  });

  it('several, without a word about any of them', async () => {
    const { body } = await traced({}, 'several');
    expect(body).toMatchObject({ total: 2, entry: [{ search: { mode: 'outcome' } }] });
    expect(JSON.stringify(body)).not.toMatch(/"Patient"|Example|1945/);
  });

  it('and an id from before opens nothing once the number finds nobody', async () => {
    const variants = [{ key: 'v', label: 'v', trace: 'several' as const }];
    const setting = await createSetting({
      scenarios: [scenario({ key: 'ada', demographics: ada }, allRecords('ada'), { variants })],
    });
    const id = await tracedId(setting, 'gp-ada', numbers.ada);
    await record(setting, 'gp-ada', id);
    await setting.sandbox('variant', { scenario: 'ada', variant: 'v' });
    const refused = await refusalOf(await summaryOf(setting, 'gp-ada', id));
    expect(refused).toMatchObject({ status: 404, reason: 'several' });
  });

  it('very restricted stays shut where policy opens restricted ones', async () => {
    const demographics = { ...leila.demographics, meta: { security: security('V') } };
    const { hospital } = await restrictedSetting({ ...leila, demographics });
    const call = hospital();
    const refused = await refusalOf(await recordAt(call, await traceAt(call, leila.nhsNumber)));
    expect(refused).toMatchObject({ status: 403, reason: 'restricted' });
  });
});
