import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { breakGlassFor, record } from './decisions.ts';
import { ada, allRecords, numbers, record as held, scenario } from './fixtures.ts';
import { everyReason, withPolicy } from './policies.ts';
import { base, bundleShape, createSetting, refusalOf, summaryOf, tracedId } from './setting.ts';
import type { Setting } from './setting.ts';

const words = 'Found collapsed; no history from anyone.';

const eventShape = z.looseObject({
  id: z.string(),
  outcome: z.string(),
  agent: z.array(
    z.looseObject({
      who: z.looseObject({ display: z.string().optional() }).optional(),
      name: z.string().optional(),
      role: z.array(z.looseObject({ text: z.string() })).optional(),
    }),
  ),
});

async function log(setting: Setting, token: string, id: string, more = '') {
  const response = await setting.call(token, `/AuditEvent?patient=Patient/${id}${more}`);
  expect(response.status).toBe(200);
  const bundle = bundleShape.parse(await response.json());
  const events = bundle.entry.map(({ resource }) => eventShape.parse(resource));
  return { events, text: JSON.stringify(bundle), links: bundle.link ?? [] };
}

/** A nurse has broken the glass; the doctor traces the same patient. */
async function nurseOpened() {
  const setting = await createSetting();
  const nurse = await tracedId(setting, 'nurse-ada', numbers.ada);
  await record(setting, 'nurse-ada', nurse, { user: 'nurse-two', breakGlass: true });
  return { setting, nurse, doctor: await tracedId(setting, 'gp-ada', numbers.ada) };
}

describe('the access log', () => {
  it('before the record is open shows of others only time, profession and break glass', async () => {
    const { setting, doctor } = await nurseOpened();
    const { events, text } = await log(setting, 'gp-ada', doctor);
    expect(events).toHaveLength(1);
    expect(events[0]?.agent).toEqual([{ role: [{ text: 'Role nurse-two' }], requestor: true }]);
    expect(text).toContain('"code":"BTG"');
    expect(text).not.toMatch(/Carver|Z99901|unconscious|collapsed|Consent\//);
  });

  it('before the record is open says of no row where it was, nor through which app', async () => {
    const { setting, nurse, doctor } = await nurseOpened();
    await setting.call('nurse-ada', `/AuditEvent?patient=Patient/${nurse}`);
    const bundle = bundleShape.parse(
      await (await setting.call('gp-ada', `/AuditEvent?patient=Patient/${doctor}`)).json(),
    );
    const resources = bundle.entry.map(({ resource }) => resource);
    expect(resources.map(({ source }) => source)).toEqual([
      { observer: { display: 'OCS exchange' } },
    ]);
    const unnamed = JSON.stringify(resources);
    expect(unnamed).not.toMatch(/gp\/fhir|host\.test|exchange\.test|ocs-launch|Hollow Way/);
  });

  it('before the record is open says why of nothing: neither a duty’s reason nor a refusal’s', async () => {
    const setting = await createSetting(withPolicy({ breakGlassReasons: everyReason }));
    const nurse = await tracedId(setting, 'nurse-ada', numbers.ada);
    const duty = 'required-by-statute';
    const items = breakGlassFor(duty);
    await record(setting, 'nurse-ada', nurse, { user: 'nurse-two', breakGlass: true, duty, items });
    const later = setting.launch('nurse-later', 'nurse-ada');
    expect((await record(setting, later, nurse, { user: 'gp-one' })).status).toBe(403);
    const doctor = await tracedId(setting, 'gp-ada', numbers.ada);
    const { events, text } = await log(setting, 'gp-ada', doctor);
    expect(events.map(({ outcome }) => outcome)).toEqual(['8', '0']);
    expect(text).not.toMatch(/purposeOfEvent|statute|other-actor/);
  });

  it('once it is open shows name, role, organisation, purpose and coded reason', async () => {
    const { setting, doctor } = await nurseOpened();
    await record(setting, 'gp-ada', doctor);
    const { events, text } = await log(setting, 'gp-ada', doctor);
    expect(events.map(({ agent }) => agent[0]?.name)).toEqual(['Sam Patel', 'Ben Carver']);
    expect(text).toContain('Hollow Way Medical Centre');
    expect(text).toContain('unconscious');
  });

  it('names nobody to a later launch of the encounter before that has its own record', async () => {
    const { setting } = await nurseOpened();
    const morning = setting.launch('morning', 'gp-ada', { encounter: 'visit-1' });
    const later = setting.launch('later', 'gp-ada', { encounter: 'visit-1' });
    const doctor = await tracedId(setting, morning, numbers.ada);
    await record(setting, morning, doctor);
    expect((await log(setting, later, doctor)).text).not.toContain('Carver');
    await record(setting, later, doctor);
    expect((await log(setting, later, doctor)).text).toContain('Carver');
  });

  it('gives the words of a justification to their author and nobody else', async () => {
    const { setting, nurse, doctor } = await nurseOpened();
    await record(setting, 'gp-ada', doctor);
    expect((await log(setting, 'gp-ada', doctor)).text).not.toContain(words);
    expect((await log(setting, 'nurse-ada', nurse)).text).toContain(words);
  });

  it('gives them to the privacy officer, in a feed of break glass accesses without the record', async () => {
    const { setting } = await nurseOpened();
    const doctor = await tracedId(setting, 'gp-ada', numbers.ada);
    await record(setting, 'gp-ada', doctor);
    const response = await setting.call('officer-ada', '/AuditEvent');
    const feed = bundleShape.parse(await response.json());
    expect(feed.entry).toHaveLength(1);
    expect(JSON.stringify(feed)).toContain(words);
    expect((await summaryOf(setting, 'officer-ada', doctor)).status).toBe(403);
    expect((await setting.call('gp-ada', '/AuditEvent')).status).toBe(400);
  });

  it('names the patient by the reader’s own opaque id only', async () => {
    const { setting, nurse, doctor } = await nurseOpened();
    await record(setting, 'gp-ada', doctor);
    const { text } = await log(setting, 'gp-ada', doctor);
    expect(text).not.toContain(nurse);
    expect(text).toContain(`Patient/${doctor}`);
  });

  it('has one row per launch, not per call', async () => {
    const { setting, doctor } = await nurseOpened();
    await record(setting, 'gp-ada', doctor);
    await (await summaryOf(setting, 'gp-ada', doctor)).text();
    await (await summaryOf(setting, 'gp-ada', doctor)).text();
    expect((await log(setting, 'gp-ada', doctor)).events).toHaveLength(2);
    await record(setting, setting.launch('gp-ada-again', 'gp-ada'), doctor);
    expect((await log(setting, 'gp-ada', doctor)).events).toHaveLength(3);
  });

  it('has one row for a launch that was refused and then opened: the opening', async () => {
    const setting = await createSetting();
    const id = await tracedId(setting, 'gp-ada', numbers.ada);
    await summaryOf(setting, 'gp-ada', id);
    await record(setting, 'gp-ada', id);
    const { events } = await log(setting, 'gp-ada', id);
    expect(events.map(({ outcome }) => outcome)).toEqual(['0']);
  });

  it('hides a break glass behind nothing that happens later in the launch', async () => {
    const setting = await createSetting();
    const id = await tracedId(setting, 'gp-ada', numbers.ada);
    await record(setting, 'gp-ada', id, { breakGlass: true });
    await record(setting, 'gp-ada', id);
    const forged = { user: 'nurse-two' };
    expect((await record(setting, 'gp-ada', id, forged)).status).toBe(403);
    const { events, text } = await log(setting, 'gp-ada', id);
    expect(events.map(({ outcome }) => outcome)).toEqual(['0']);
    expect(text).toContain('"code":"BTG"');
  });

  it('has one row for a launch that was refused at several gates', async () => {
    const setting = await createSetting();
    const nurse = await tracedId(setting, 'nurse-ada', numbers.ada);
    await summaryOf(setting, 'nurse-ada', nurse);
    await summaryOf(setting, 'nurse-ada', nurse);
    await setting.call('nurse-ada', '/Binary/zzh-b1');
    const doctor = await tracedId(setting, 'gp-ada', numbers.ada);
    await record(setting, 'gp-ada', doctor);
    const { events } = await log(setting, 'gp-ada', doctor);
    expect(events.map(({ outcome }) => outcome)).toEqual(['0', '8']);
  });

  it('is newest first, in pages on the same base, and each row comes once', async () => {
    const { setting, doctor } = await nurseOpened();
    for (let n = 0; n < 60; n += 1) {
      await record(setting, setting.launch(`gp-ada-${n}`, 'gp-ada'), doctor);
    }
    const first = await log(setting, 'gp-ada', doctor);
    const next = first.links.find(({ relation }) => relation === 'next')?.url ?? '';
    expect(next.startsWith(`${base}/AuditEvent?`)).toBe(true);
    const second = bundleShape.parse(
      await (await setting.call('gp-ada', next.slice(base.length))).json(),
    );
    const ids = [...first.events, ...second.entry.map(({ resource }) => resource)].map(
      ({ id }) => id,
    );
    expect(new Set(ids).size).toBe(61);
    expect(second.link?.some(({ relation }) => relation === 'next')).toBe(false);
  });

  it('can be limited to dates', async () => {
    const { setting, doctor } = await nurseOpened();
    setting.host.tokens.set('gp-ada', { ...setting.host.tokens.get('gp-ada'), exp: 2_000_000_000 });
    setting.pass(48 * 3_600_000);
    await record(setting, 'gp-ada', doctor);
    expect((await log(setting, 'gp-ada', doctor, '&date=ge2026-11-23')).events).toHaveLength(1);
    expect((await log(setting, 'gp-ada', doctor, '&date=le2026-11-22')).events).toHaveLength(1);
    const both = '&date=ge2026-11-22&date=le2026-11-24';
    expect((await log(setting, 'gp-ada', doctor, both)).events).toHaveLength(2);
    const odd = await setting.call('gp-ada', `/AuditEvent?patient=${doctor}&date=yesterday`);
    expect(odd.status).toBe(400);
  });

  it('of a patient who does not share is shut, as everything is', async () => {
    const dissented = { 'hollow-way': held('ada-gp', 'asthma', { sharing: 'dissent' as const }) };
    const setting = await createSetting({
      scenarios: [
        scenario({ key: 'ada', demographics: ada }, { ...allRecords('ada'), ...dissented }),
      ],
    });
    const id = await tracedId(setting, 'gp-ada', numbers.ada);
    const answer = await setting.call('gp-ada', `/AuditEvent?patient=Patient/${id}`);
    expect(await refusalOf(answer)).toMatchObject({ status: 403, spine: 'NO_PATIENT_CONSENT' });
  });
});
