import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ocs } from '../../src/fhir/systems.ts';
import { record } from './decisions.ts';
import { numbers } from './fixtures.ts';
import { bundleShape, createSetting, tracedId } from './setting.ts';
import type { Setting } from './setting.ts';

const eventShape = z.looseObject({
  outcome: z.string(),
  agent: z.array(z.looseObject({ name: z.string().optional() })),
});

async function log(setting: Setting, token: string, id: string) {
  const response = await setting.call(token, `/AuditEvent?patient=Patient/${id}`);
  const bundle = bundleShape.parse(await response.json());
  return bundle.entry.map(({ resource }) => eventShape.parse(resource));
}

describe('what the app reports', () => {
  const report = (more: object = {}) => ({
    resourceType: 'AuditEvent',
    type: { system: 'http://dicom.nema.org/resources/ontology/DCM', code: '110113' },
    subtype: [{ system: ocs.accessEvent, code: 'refused' }],
    outcome: '8',
    outcomeDesc: 'not-clinician',
    recorded: '2001-01-01T00:00:00Z',
    agent: [{ name: 'Somebody Else', requestor: true }],
    ...more,
  });

  it('is kept with the token’s user and the exchange’s clock in place of its own', async () => {
    const setting = await createSetting();
    expect((await setting.post('clerk-ada', report())).status).toBe(201);
    const [event] = await setting.events();
    expect(event).toMatchObject({
      type: 'refused',
      user: 'Rita Shaw',
      recorded: '2026-11-22T10:00:00.000Z',
    });
  });

  it('keeps its code, and no words of the user’s that others would read', async () => {
    const setting = await createSetting();
    await setting.post('clerk-ada', report());
    await setting.post('clerk-ada', report({ outcomeDesc: 'She asked about her neighbour Ann' }));
    const id = await tracedId(setting, 'gp-ada', numbers.ada);
    await record(setting, 'gp-ada', id);
    const said = JSON.stringify(await log(setting, 'gp-ada', id));
    expect(said).not.toContain('neighbour');
    expect(JSON.stringify(await setting.events())).toContain('not-clinician');
  });

  it('shows in the patient’s log to whoever opens the record next', async () => {
    const setting = await createSetting();
    await setting.post(
      'clerk-ada',
      report({ outcome: '4', subtype: [{ system: ocs.accessEvent, code: 'abandoned' }] }),
    );
    const id = await tracedId(setting, 'gp-ada', numbers.ada);
    await record(setting, 'gp-ada', id);
    const events = await log(setting, 'gp-ada', id);
    expect(events.map(({ outcome }) => outcome)).toEqual(['0', '4']);
    expect(events[1]?.agent[0]?.name).toBe('Rita Shaw');
  });

  it('comes twice with one request id, as after a lost answer, and is one row', async () => {
    const setting = await createSetting();
    const id = { 'x-request-id': 'b5f0b1f6-5a38-4b7a-8ac7-0d1b0e9a2c11' };
    const first = await setting.post('clerk-ada', report(), id);
    const second = await setting.post('clerk-ada', report(), id);
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(await second.json()).toEqual(await first.json());
    expect(await setting.events()).toHaveLength(1);
    // Another's request of that id is another's, and so is the same user's next one.
    await setting.post('gp-ada', report(), id);
    await setting.post('clerk-ada', report(), { 'x-request-id': 'another' });
    await setting.post('clerk-ada', report());
    await setting.post('clerk-ada', report());
    expect(await setting.events()).toHaveLength(5);
  });

  it('says why in a code that a log can put into words', async () => {
    const setting = await createSetting();
    const coded = (system: string, code: string) => [{ coding: [{ system, code }] }];
    const purposes = [
      coded(ocs.accessReason, 'not-clinician'),
      coded(ocs.accessReason, 'She asked about Ann'),
      coded('urn:x', 'elsewhere'),
    ];
    for (const purposeOfEvent of purposes) {
      const answer = await setting.post('clerk-ada', report({ outcomeDesc: '', purposeOfEvent }));
      const expected = purposeOfEvent === purposes[0] ? purposes[0] : undefined;
      expect(z.looseObject({}).parse(await answer.json()).purposeOfEvent).toEqual(expected);
    }
  });

  it('cannot be a success, or anything but an AuditEvent', async () => {
    const setting = await createSetting();
    for (const body of [report({ outcome: '0' }), report({ resourceType: 'Consent' }), [], null]) {
      expect((await setting.post('gp-ada', body)).status).toBe(400);
    }
    expect(await setting.events()).toEqual([]);
  });
});
