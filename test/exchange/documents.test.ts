import { describe, expect, it } from 'vitest';
import { record } from './decisions.ts';
import { ada, allRecords, ben, numbers, record as held, scenario } from './fixtures.ts';
import { createSetting, refusalOf, tracedId } from './setting.ts';

const binary = '/Binary/zzh-b1';

async function opened(more = {}) {
  const setting = await createSetting(more);
  const id = await tracedId(setting, 'gp-ada', numbers.ada);
  await record(setting, 'gp-ada', id);
  return { setting, id };
}

describe('a document', () => {
  it('is read as its resource, leading to its Binary on the same base', async () => {
    const { setting, id } = await opened();
    const response = await setting.call('gp-ada', '/DocumentReference/zzh-d1');
    expect(await response.json()).toMatchObject({
      resourceType: 'DocumentReference',
      subject: { reference: `Patient/${id}` },
      content: [{ attachment: { url: 'Binary/zzh-b1' } }],
    });
  });

  it('comes as bytes, or as a Binary where JSON is accepted, and each reading is in the trail', async () => {
    const { setting } = await opened();
    const bytes = await setting.call('gp-ada', binary);
    expect(bytes.headers.get('content-type')).toBe('text/plain');
    expect(await bytes.text()).toBe('Letter: heart failure');
    const resource = await setting.call('gp-ada', binary, {
      headers: { accept: 'application/fhir+json' },
    });
    expect(await resource.json()).toMatchObject({ resourceType: 'Binary', id: 'zzh-b1' });
    const types = (await setting.events()).map(({ type }) => type);
    expect(types.filter((type) => type === 'document')).toHaveLength(2);
  });

  it('is shut without a Consent, as the summary is', async () => {
    const setting = await createSetting();
    await tracedId(setting, 'gp-ada', numbers.ada);
    for (const path of [binary, '/DocumentReference/zzh-d1']) {
      const refused = await refusalOf(await setting.call('gp-ada', path));
      expect(refused).toMatchObject({ status: 403, reason: 'no-current-consent' });
    }
  });

  it('is shut under a colleague’s Consent, or another app’s', async () => {
    const { setting } = await opened();
    for (const token of ['nurse-ada', 'gp-ada-other-app']) {
      expect((await setting.call(token, binary)).status).toBe(403);
    }
  });

  it('is shut once dissent is recorded', async () => {
    const dissented = { 'hollow-way': held('ada-gp', 'asthma', { sharing: 'dissent' as const }) };
    const variants = [{ key: 'dissent', label: 'dissent', records: dissented }];
    const { setting } = await opened({
      scenarios: [scenario({ key: 'ada', demographics: ada }, allRecords('ada'), { variants })],
    });
    await setting.sandbox('variant', { scenario: 'ada', variant: 'dissent' });
    const refused = await refusalOf(await setting.call('gp-ada', binary));
    expect(refused).toMatchObject({ status: 403, spine: 'NO_PATIENT_CONSENT' });
  });

  it('of another patient is not found, whatever its id', async () => {
    const bens = { ouh: held('ben-ouh', 'secret letter') };
    const only = { ouh: { localId: 'ada-ouh', resources: [] } };
    const { setting } = await opened({
      scenarios: [
        scenario({ key: 'ada', demographics: ada }, only),
        scenario({ key: 'ben', demographics: ben }, bens),
      ],
    });
    for (const path of [
      binary,
      '/DocumentReference/zzh-d1',
      '/Binary/nowhere-b1',
      '/Binary/zzh-',
    ]) {
      const answer = await setting.call('gp-ada', path);
      expect(answer.status).toBe(404);
      expect(await answer.text()).not.toContain('secret');
    }
  });

  it('whose source is away is unavailable, not missing', async () => {
    const { setting } = await opened();
    await setting.sandbox('sources', { key: 'ouh', state: 'down' });
    expect((await setting.call('gp-ada', binary)).status).toBe(503);
  });
});
