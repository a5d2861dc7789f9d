/** Why something is missing, source by source (domain.md 8): states that must never look alike. */
import { describe, expect, it } from 'vitest';
import { sharingIn } from '../../mocks/exchange/sources/register.ts';
import type { SourceRecord } from '../../mocks/scenarios/types.ts';
import type { FhirResource } from 'fhir/r4';
import { codeSystem } from '../../src/fhir/systems.ts';
import { sourceBook } from '../../src/fhir/summary/sources.ts';
import { operationOutcome } from '../../src/fhir/spine.ts';
import { parsed } from '../../src/fhir/parsed.ts';
import { record as decide } from './decisions.ts';
import { ada, allRecords, numbers, record as held, scenario } from './fixtures.ts';
import { linesOf, recorded, withRecords } from './lines.ts';
import { createSetting, refusalOf, tracedId } from './setting.ts';

/** What the app makes of the practice's report. */
async function practiceState(more: Partial<SourceRecord>) {
  const records = { ...allRecords('ada'), 'hollow-way': held('ada-gp', 'asthma', more) };
  const { setting, id } = await recorded(withRecords(records));
  const lines = await linesOf(setting, id);
  const book = sourceBook();
  const reports = lines
    .flatMap((line) => parsed(operationOutcome, line)?.issue ?? [])
    .flatMap((issue) => book.report(issue) ?? []);
  const report = reports.find(({ source }) => source.tag === 'GP');
  return { state: report?.state, sent: JSON.stringify(lines).includes('asthma'), lines };
}

describe('a source says', () => {
  it.each([
    ['no-relationship', 'no-relationship', false],
    ['not-known', 'not-known', false],
    ['error', 'failed', false],
    ['unavailable', 'unavailable', false],
    ['in-transit', 'in-transit', true],
    ['awaiting-filing', 'awaiting-filing', true],
  ] as const)('%s, and the app reads %s', async (fault, state, sent) => {
    expect(await practiceState({ fault })).toMatchObject({ state, sent });
  });

  it('that its record is behind, and the document is not final', async () => {
    const { lines } = await practiceState({ fault: 'in-transit' });
    expect(lines.at(-1)).toMatchObject({ status: 'preliminary' });
  });

  it('nothing recorded, where it looked and has nothing', async () => {
    expect(await practiceState({ resources: [] })).toMatchObject({ state: 'nothing-recorded' });
  });
});

const readV2 = 'http://read.info/readv2';
const consent = (code: string, dateTime: string, more: object = {}): FhirResource => ({
  resourceType: 'Consent',
  status: 'active',
  scope: {},
  category: [],
  dateTime,
  provision: { code: [{ coding: [{ system: codeSystem.snomed, code }] }] },
  ...more,
});
const entry = (code: string, effectiveDateTime?: string, system = readV2): FhirResource => ({
  resourceType: 'Observation',
  status: 'final',
  code: { coding: [{ system, code }] },
  ...(effectiveDateTime === undefined ? {} : { effectiveDateTime }),
});
const [dissent, assent] = ['416409005', '417528008'];
const scr = 'https://fhir.nhs.uk/CodeSystem/SCR-ACSPermission';

describe('the practice’s register', () => {
  it.each<[string, FhirResource[], string]>([
    ['SNOMED dissent', [consent(dissent, '2024-05-20')], 'dissent'],
    ['Read dissent', [entry('93C1.', '2024-05-20')], 'dissent'],
    ['Read dissent with a term code', [entry('93C1.00', '2024-05-20')], 'dissent'],
    ['SCR dissent', [entry('9Ndo.', '2024-05-20')], 'dissent'],
    ['SCR permission No', [entry('No', '2024-05-20', scr)], 'dissent'],
    ['SCR permission Ask', [entry('Ask', '2024-05-20', scr)], 'not-recorded'],
    ['SNOMED assent', [consent(assent, '2024-05-20')], 'assent'],
    ['a code of another system', [entry('93C1.', '2024-05-20', 'urn:x')], 'not-recorded'],
    ['a later assent', [entry('93C0.', '2026-11-20'), entry('93C1.', '2024-05-20')], 'assent'],
    ['a later dissent', [consent(assent, '2024-05-20'), entry('93C1.', '2026-11-20')], 'dissent'],
    ['both of one day', [entry('93C0.', '2026-11-20'), entry('93C1.', '2026-11-20')], 'dissent'],
    ['an undated dissent', [entry('93C0.', '2026-11-20'), entry('93C1.')], 'dissent'],
    ['an undated assent', [entry('93C0.'), entry('93C1.', '2024-05-20')], 'dissent'],
    [
      'a dissent taken back',
      [consent(dissent, '2026-11-20', { status: 'inactive' }), consent(assent, '2024-05-20')],
      'assent',
    ],
  ])('reads %s', (_, resources, sharing) => {
    expect(sharingIn({ resources })).toBe(sharing);
  });

  it('believes its entries before a summary field, and the field where there is no entry', () => {
    expect(sharingIn({ resources: [entry('93C0.', '2026-11-20')], sharing: 'dissent' })).toBe(
      'assent',
    );
    expect(sharingIn({ resources: [], sharing: 'dissent' })).toBe('dissent');
  });

  it('shuts the record on a Read code alone', async () => {
    const practice = held('ada-gp', 'asthma');
    const resources = [...practice.resources, entry('93C1.', '2024-05-20')];
    const records = { ...allRecords('ada'), 'hollow-way': { ...practice, resources } };
    const setting = await createSetting({
      scenarios: [scenario({ key: 'ada', demographics: ada }, records)],
    });
    const id = await tracedId(setting, 'gp-ada', numbers.ada);
    const refused = await refusalOf(await decide(setting, 'gp-ada', id));
    expect(refused).toMatchObject({ status: 403, spine: 'NO_PATIENT_CONSENT' });
  });
});
