/** What the host itself says of its patient counts, whatever the exchange holds (domain.md 3). */
import { describe, expect, it } from 'vitest';
import type { Patient } from 'fhir/r4';
import { codeSystem } from '../../src/fhir/systems.ts';
import { item, permissionItems, record } from './decisions.ts';
import { ada, numbers } from './fixtures.ts';
import { labelled, withAda, withPolicy } from './policies.ts';
import { createSetting, refusalOf, summaryOf, traceOf, tracedId } from './setting.ts';

const opens = withPolicy({ restricted: 'open-without-location' });
const label = (code: string): Partial<Patient> => ({
  meta: { security: [{ system: codeSystem.confidentiality, code }] },
});
const alive = [...permissionItems, item('patient-is-alive', { valueBoolean: true })];

/** Ada as this host has her. */
async function atHost(more: Partial<Patient>, options: object = {}) {
  const setting = await createSetting(options);
  const says = (words: Partial<Patient>): void => {
    setting.host.resources.set('Patient/host-ada', { ...ada, ...words });
    setting.pass(30_000);
  };
  says(more);
  return { setting, says, id: await tracedId(setting, 'gp-ada', numbers.ada) };
}

describe('a label of the host’s own', () => {
  it('shuts Consent, log and release where the exchange holds none, whatever the policy', async () => {
    for (const code of ['R', 'V']) {
      const { setting, id, says } = await atHost({}, opens);
      expect((await record(setting, 'gp-ada', id)).status).toBe(200);
      says(label(code));
      const answers = [
        await record(setting, 'gp-ada', id),
        await record(setting, 'gp-ada', id, { breakGlass: true }),
        await setting.call('gp-ada', `/AuditEvent?patient=Patient/${id}`),
        await summaryOf(setting, 'gp-ada', id),
        await setting.call('gp-ada', '/Binary/zzh-b1'),
      ];
      for (const answer of answers) {
        expect(await refusalOf(answer)).toMatchObject({ status: 403, reason: 'restricted' });
      }
    }
  });

  it('has the trace answer without address, former names and practice', async () => {
    const former = { use: 'old' as const, family: 'Formerly', given: ['Ada'] };
    const held = withAda({ name: [...(ada.name ?? []), former] });
    const { setting } = await atHost(label('R'), { ...opens, ...held });
    const text = await (await traceOf(setting, 'gp-ada', numbers.ada)).text();
    expect(text).toContain('Example');
    expect(text).not.toMatch(/Test Street|OX0|Formerly|Medical Centre|registered-practice/);
    // It is the host's label, not the exchange's: the app is not told that it will be redacted.
    expect(text).not.toContain(codeSystem.confidentiality);
  });

  it('opens by policy where the exchange takes the patient for restricted, too', async () => {
    const both = await atHost(label('R'), { ...opens, ...labelled('R') });
    expect((await record(both.setting, 'gp-ada', both.id)).status).toBe(200);
    const summary = await summaryOf(both.setting, 'gp-ada', both.id);
    expect(await summary.text()).not.toMatch(/Test Street|OX0/);
    const very = await atHost(label('V'), { ...opens, ...labelled('R') });
    const refused = await refusalOf(await record(very.setting, 'gp-ada', very.id));
    expect(refused).toMatchObject({ status: 403, reason: 'restricted' });
  });
});

describe('a death that only the host knows', () => {
  const deaths: readonly Partial<Patient>[] = [
    { deceasedBoolean: true },
    { deceasedDateTime: '2026-11-19' },
  ];

  it('counts as an informal notice: it needs “the patient is alive”', async () => {
    for (const death of deaths) {
      const { setting, id } = await atHost(death);
      const refused = await refusalOf(await record(setting, 'gp-ada', id));
      expect(refused).toMatchObject({ status: 403, reason: 'deceased-informal' });
      expect((await record(setting, 'gp-ada', id, { items: alive })).status).toBe(200);
      expect((await summaryOf(setting, 'gp-ada', id)).status).toBe(200);
    }
    const living = await atHost({ deceasedBoolean: false });
    expect((await record(living.setting, 'gp-ada', living.id)).status).toBe(200);
  });

  it('shuts a record that was opened before it, until it is denied', async () => {
    const { setting, id, says } = await atHost({});
    await record(setting, 'gp-ada', id);
    says({ deceasedBoolean: true });
    expect(await refusalOf(await summaryOf(setting, 'gp-ada', id))).toMatchObject({
      status: 403,
      reason: 'deceased-informal',
    });
  });

  it('stays formal where the exchange was notified formally', async () => {
    const formal = withAda({ deceasedDateTime: '2026-11-19' });
    const { setting, id } = await atHost({ deceasedBoolean: true }, formal);
    const refused = await refusalOf(await record(setting, 'gp-ada', id, { items: alive }));
    expect(refused).toMatchObject({ status: 403, reason: 'deceased' });
  });
});
