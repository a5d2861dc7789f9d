import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { clinicalSystem } from '../../src/fhir/clinical-systems.ts';
import { codeSystem, ocs } from '../../src/fhir/systems.ts';
import { exchangeHost } from './fake-host.ts';
import { coded, item, record } from './decisions.ts';
import { ada, allRecords, numbers, patient, record as held, scenario, staff } from './fixtures.ts';
import { bundleShape, createSetting, refusalOf, summaryOf, traceOf, tracedId } from './setting.ts';
import type { Setting } from './setting.ts';

const issuesShape = z.object({
  issue: z.array(
    z.object({
      extension: z.array(
        z.looseObject({
          url: z.string(),
          valueReference: z.object({ display: z.string() }).optional(),
        }),
      ),
      details: z.object({ coding: z.array(z.object({ system: z.string(), code: z.string() })) }),
    }),
  ),
});

async function traced(setting: Setting, token = 'gp-ada', number = numbers.ada) {
  const bundle = bundleShape.parse(await (await traceOf(setting, token, number)).json());
  const [match] = bundle.entry.filter(({ resource }) => resource.resourceType === 'Patient');
  const outcome = bundle.entry.find(({ resource }) => resource.resourceType === 'OperationOutcome');
  const sources = issuesShape
    .parse(outcome?.resource)
    .issue.map(({ extension, details }) => [
      extension.find(({ url }) => url === ocs.issueSource)?.valueReference?.display,
      ...details.coding.filter(({ system }) => system === ocs.sourceState).map(({ code }) => code),
    ]);
  return { total: bundle.total, patient: match?.resource, sources };
}

const only = (demographics: typeof ada, more = {}) => ({
  scenarios: [scenario({ key: 'ada', demographics }, allRecords('ada'), more)],
});

describe('a trace answers', () => {
  it('with demographics only and no address, under an opaque id', async () => {
    const { total, patient: found } = await traced(await createSetting());
    expect(total).toBe(1);
    expect(Object.keys(found ?? {}).sort()).toEqual(
      ['birthDate', 'gender', 'id', 'identifier', 'name', 'resourceType'].sort(),
    );
    expect(found?.id).not.toContain(numbers.ada);
  });

  it('where nothing was recorded yet: the address comes with the summary', async () => {
    const setting = await createSetting();
    const id = await tracedId(setting, 'gp-ada', numbers.ada);
    await record(setting, 'gp-ada', id);
    expect(await (await summaryOf(setting, 'gp-ada', id)).text()).toContain('1 Test Street');
    expect(await (await traceOf(setting, 'gp-ada', numbers.ada)).text()).not.toContain('Street');
  });

  it('with the sources a summary would ask, the same for every patient of a practice', async () => {
    const setting = await createSetting({
      scenarios: [
        scenario({ key: 'ada', demographics: ada }, allRecords('ada')),
        scenario({ key: 'ben', demographics: patientOf(numbers.ben) }, {}),
      ],
    });
    await setting.sandbox('sources', { key: 'ouh', state: 'down' });
    const { sources } = await traced(setting);
    expect(sources).toEqual([
      ['Hollow Way Medical Centre', 'participating', 'registered-practice'],
      ['Oxford University Hospitals', 'down'],
      ['Oxford Health', 'participating'],
      ["Oxfordshire adult and children's social care", 'participating'],
    ]);
    // Ben is known to no source at all, and the answer does not let on.
    expect((await traced(setting, 'gp-ben', numbers.ben)).sources).toEqual(sources);
  });

  it('nobody where the number belongs to no one', async () => {
    const setting = await createSetting({ scenarios: [] });
    expect(await traced(setting)).toMatchObject({ total: 0, patient: undefined });
    expect((await setting.events()).map(({ type }) => type)).toEqual(['trace']);
  });

  it('with the current number where the searched one was superseded', async () => {
    const demographics = patientOf(numbers.now);
    const setting = await createSetting(only(demographics, { nhsNumber: numbers.ada }));
    const { patient: found } = await traced(setting);
    expect(found?.['identifier']).toMatchObject([{ value: numbers.now }]);
  });

  it('404 where the number was invalidated', async () => {
    const setting = await createSetting(only({ ...ada, active: false }));
    const refused = await refusalOf(await traceOf(setting, 'gp-ada', numbers.ada));
    expect(refused).toMatchObject({ status: 404, spine: 'INVALIDATED_RESOURCE' });
  });

  it('without any place where the patient is restricted', async () => {
    const security = [{ system: codeSystem.confidentiality, code: 'R' }];
    const telecom = [{ system: 'phone' as const, value: '01632 960001' }];
    const former = { use: 'old' as const, family: 'Formerly', given: ['Ada'] };
    const name = [...(ada.name ?? []), former];
    const restricted = { ...ada, meta: { security }, telecom, name };
    const { patient: found, sources } = await traced(await createSetting(only(restricted)));
    const redacted = { system: clinicalSystem.observationValue, code: 'REDACTED' };
    expect(found?.['meta']).toEqual({ security: [...security, redacted] });
    expect(JSON.stringify(found)).not.toMatch(/Test Street|OX0|01632|Formerly/);
    expect(JSON.stringify(sources)).not.toMatch(/Medical Centre|Health Centre|registered/);
  });
});

const patientOf = (nhsNumber: string) =>
  patient({
    id: 'host-x',
    nhsNumber,
    family: 'Example',
    given: 'Ada',
    birthDate: '1945-07-14',
  });

describe('standing', () => {
  const standing = async (setting: Setting, token: string, id: string) => {
    const answer = await setting.call(token, `/Consent?patient=Patient/${id}&status=active`);
    return bundleShape.parse(await answer.json()).entry.map(({ resource }) => resource);
  };

  it('is own current permits only', async () => {
    const setting = await createSetting();
    const doctor = await tracedId(setting, 'gp-ada', numbers.ada);
    const nurse = await tracedId(setting, 'nurse-ada', numbers.ada);
    await record(setting, 'nurse-ada', nurse, { user: 'nurse-two' });
    expect(await standing(setting, 'gp-ada', doctor)).toEqual([]);
    expect(await standing(setting, 'nurse-ada', nurse)).toHaveLength(1);
  });

  it('is a root denial where the practice holds a dissent, asked for anew each time', async () => {
    const records = { 'hollow-way': held('ada-gp', 'asthma', { sharing: 'dissent' as const }) };
    const variants = [{ key: 'dissent', label: 'dissent', records }];
    const setting = await createSetting(only(ada, { variants }));
    const id = await tracedId(setting, 'gp-ada', numbers.ada);
    expect(await standing(setting, 'gp-ada', id)).toEqual([]);
    await setting.sandbox('variant', { scenario: 'ada', variant: 'dissent' });
    expect(await standing(setting, 'gp-ada', id)).toMatchObject([
      { status: 'active', patient: { reference: `Patient/${id}` }, provision: { type: 'deny' } },
    ]);
    await setting.sandbox('variant', { scenario: 'ada', variant: null });
    expect(await standing(setting, 'gp-ada', id)).toEqual([]);
  });

  it('is not given while the practice does not answer', async () => {
    const setting = await createSetting();
    const id = await tracedId(setting, 'gp-ada', numbers.ada);
    await setting.sandbox('sources', { key: 'hollow-way', state: 'down' });
    const answer = await setting.call('gp-ada', `/Consent?patient=Patient/${id}&status=active`);
    expect(answer.status).toBe(503);
  });
});

describe('what follows from the trace', () => {
  const answers = [
    item('attestation', { valueBoolean: true }),
    item('answer', coded('patient-agreed')),
  ];
  const notice = (code: string) => ({
    ...ada,
    deceasedDateTime: '2026-11-19',
    extension: [
      {
        url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-DeathNotificationStatus',
        extension: [
          { url: 'deathNotificationStatus', valueCodeableConcept: { coding: [{ code }] } },
        ],
      },
    ],
  });

  it('an informal death notice has a way on, "the patient is alive", and a formal one has none', async () => {
    const alive = { items: [...answers, item('patient-is-alive', { valueBoolean: true })] };
    const informal = await createSetting(only(notice('1')));
    const id = await tracedId(informal, 'gp-ada', numbers.ada);
    const silent = await refusalOf(await record(informal, 'gp-ada', id, { items: answers }));
    expect(silent.reason).toBe('deceased-informal');
    expect((await record(informal, 'gp-ada', id, alive)).status).toBe(200);
    expect((await summaryOf(informal, 'gp-ada', id)).status).toBe(200);
    const formal = await createSetting(only(notice('2')));
    const dead = await tracedId(formal, 'gp-ada', numbers.ada);
    const refused = await refusalOf(await record(formal, 'gp-ada', dead, alive));
    expect(refused).toMatchObject({ status: 403, reason: 'deceased' });
  });

  it('a user whose own number is the current one is refused, though the host sent the old one', async () => {
    const setting = await createSetting(only(patientOf(numbers.now), { nhsNumber: numbers.ada }));
    const identifier = [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: numbers.now }];
    const me = staff('gp-one', { family: 'Patel', given: 'Sam' }, 'R8000', { identifier });
    for (const one of me) {
      setting.host.resources.set(`${one.resourceType}/${one.id ?? ''}`, one);
    }
    const id = await tracedId(setting, 'gp-ada', numbers.ada);
    const refused = await refusalOf(await record(setting, 'gp-ada', id));
    expect(refused).toMatchObject({ status: 403, reason: 'own-record' });
  });

  it('a host of another key with the same user is another door: its ids do not open here', async () => {
    const other = { ...exchangeHost, key: 'epr' };
    const setting = await createSetting({ hosts: [exchangeHost, other] });
    const id = await tracedId(setting, 'gp-ada', numbers.ada);
    await record(setting, 'gp-ada', id);
    const request = new Request(`https://exchange.test/epr/fhir/Patient/${id}/$summary`, {
      headers: { authorization: 'Bearer gp-ada' },
    });
    const refused = await refusalOf(await setting.exchange.fetch(request));
    expect(refused).toMatchObject({ status: 403, reason: 'other-patient' });
  });
});
