/** Patients 9 to 12: dissent, restriction, supersession, death. */
import type { FhirResource } from 'fhir/r4';
import { describe, expect, it } from 'vitest';
import { leilaSecrets } from '../../mocks/scenarios/patients/leila/planted.ts';
import { samsFormerGivenName } from '../../mocks/scenarios/patients/sam.ts';
import type { SourceKey } from '../../mocks/scenarios/types.ts';
import {
  all,
  allergies,
  codesOf,
  letterTexts,
  medicine,
  medicines,
  ofType,
  record,
  results,
  scenario,
  variant,
} from './find.ts';

const sharingCodes = (resources: readonly FhirResource[]) =>
  ofType(resources, 'Consent').map(({ status, provision }) => [
    status,
    codesOf(provision?.code?.[0])[0],
  ]);

describe('Joan Prentice', () => {
  it('has dissented (416409005) at her practice, with a record behind it', () => {
    const gp = record('joan', 'hollow-way');
    expect(gp.sharing).toBe('dissent');
    expect(sharingCodes(gp.resources)).toEqual([['active', '416409005']]);
    expect(gp.resources.length).toBeGreaterThan(10);
  });

  it('can have the dissent recorded while her record is open', () => {
    const { afterOpenMs, recordsBefore, records } = variant('joan', 'dissent-while-open');
    expect(afterOpenMs).toBeGreaterThan(0);
    expect(recordsBefore?.['hollow-way']?.sharing).toBeUndefined();
    expect(sharingCodes(recordsBefore?.['hollow-way']?.resources ?? [])).toEqual([]);
    expect(records?.['hollow-way']?.sharing).toBe('dissent');
  });

  it('can have it reversed (417528008)', () => {
    const gp = variant('joan', 'dissent-reversed').records?.['hollow-way'];
    expect(gp?.sharing).toBe('assent');
    expect(sharingCodes(gp?.resources ?? [])).toEqual([
      ['inactive', '416409005'],
      ['active', '417528008'],
    ]);
  });
});

describe('Leila Haddad', () => {
  const sources: readonly SourceKey[] = ['hollow-way', 'ouh', 'oxford-health', 'social-care'];

  it('is restricted by the demographics service', () => {
    const labels = scenario('leila').demographics.meta?.security?.map(({ code }) => code);
    expect(labels).toEqual(['R']);
  });

  it('has asthma, the ibuprofen reaction and two medicines', () => {
    const [ibuprofen] = allergies('leila', 'hollow-way');
    expect(ibuprofen?.code?.text).toBe('Ibuprofen');
    expect(codesOf(ibuprofen?.reaction?.[0]?.manifestation[0])).toEqual(['4386001']);
    expect(medicine('leila', 'hollow-way', 'Beclometasone').dose).toBe(
      'Two puffs twice daily (100/6)',
    );
    expect(medicine('leila', 'hollow-way', 'Levothyroxine').dose).toBe('125 micrograms daily');
  });

  it('has refuge, address, practice, phone and former surname in every resource', () => {
    const clean = sources.flatMap((source) =>
      record('leila', source).resources.filter((resource) =>
        leilaSecrets.some((secret) => !JSON.stringify(resource).includes(secret)),
      ),
    );
    expect(leilaSecrets).toHaveLength(5);
    expect(clean).toEqual([]);
  });

  it('has all five in every letter', () => {
    const letters = sources.flatMap((source) => letterTexts(record('leila', source).resources));
    expect(letters).toHaveLength(2);
    for (const secret of leilaSecrets) {
      for (const letter of letters) expect(letter).toContain(secret);
    }
  });

  it('has every resource labelled restricted', () => {
    const resources = sources.flatMap((source) => record('leila', source).resources);
    const unlabelled = resources.filter(({ meta }) => meta?.security?.[0]?.code !== 'R');
    expect(resources.length).toBeGreaterThan(15);
    expect(unlabelled).toEqual([]);
  });
});

describe('Sam Whitfield', () => {
  it('has a number superseded by another, a host that says Female, a former name on file', () => {
    const { nhsNumber, supersededBy, host, demographics } = scenario('sam');
    expect([nhsNumber, supersededBy]).toEqual(['9990000123', '9990000131']);
    expect([host.gender, demographics.gender]).toEqual(['female', 'male']);
    for (const { name } of [host, demographics]) {
      expect(name?.find(({ use }) => use === 'old')?.given).toEqual([samsFormerGivenName]);
    }
  });

  it('has the former name nowhere in the clinical record', () => {
    const records = Object.values(scenario('sam').records);
    const text = JSON.stringify(records) + letterTexts(records.flatMap((r) => r.resources)).join();
    expect(text).toContain('WHITFIELD');
    expect(text).not.toContain(samsFormerGivenName);
  });

  it('has a haemoglobin of 168 that OUH calls normal and the practice high', () => {
    const read = (source: SourceKey) =>
      results('sam', source, '718-7').map((one) => [
        one.valueQuantity?.value,
        one.referenceRange?.[0]?.low?.value,
        one.referenceRange?.[0]?.high?.value,
        codesOf(one.interpretation?.[0])[0],
      ]);
    expect(read('ouh')).toEqual([[168, 130, 170, 'N']]);
    expect(read('hollow-way')).toEqual([[168, 120, 150, 'H']]);
  });

  it('has testosterone from the hospital and not on the GP list', () => {
    expect(medicine('sam', 'ouh', 'Testosterone gel').dose).toBe('50 mg daily');
    expect(medicines('sam', 'hollow-way').map(({ name }) => name)).toEqual([
      'Sumatriptan 50mg tablets',
    ]);
  });

  it('has a cervical screening result that no rule about gender may hide', () => {
    const tests = all('sam', 'hollow-way', 'Observation').map(({ code }) => code.text);
    expect(tests).toContain('Cervical screening');
  });
});

describe('Winifred Adeyemi', () => {
  const notice = (extension: unknown) => JSON.stringify(extension);

  it('died on 19-Nov-2026, by a formal notice', () => {
    const { demographics, host } = scenario('winifred');
    expect(demographics.deceasedDateTime).toBe('2026-11-19');
    expect(host.deceasedDateTime).toBe('2026-11-19');
    expect(notice(demographics.extension)).toContain('Formal');
  });

  it('still has digoxin on repeat and an appointment on 01-Dec', () => {
    const digoxin = medicine('winifred', 'hollow-way', 'Digoxin');
    expect([digoxin.status, digoxin.dose]).toEqual(['active', '125 micrograms daily']);
    const [appointment] = all('winifred', 'hollow-way', 'Appointment');
    expect([appointment?.status, appointment?.start?.slice(0, 10)]).toEqual([
      'booked',
      '2026-12-01',
    ]);
  });

  it('is alive on the host in the variant, against an informal notice', () => {
    const { host, demographics, records } = variant('winifred', 'informal-notice');
    expect(host?.deceasedDateTime).toBeUndefined();
    expect(demographics?.deceasedDateTime).toBe('2026-11-19');
    expect(notice(demographics?.extension)).toContain('Informal');
    expect(JSON.stringify(records?.ouh)).not.toMatch(/died|[Dd]eath/);
  });
});
