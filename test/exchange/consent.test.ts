import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ocs } from '../../src/fhir/systems.ts';
import { coded, item, record } from './decisions.ts';
import type { DecisionWords, Forgery } from './decisions.ts';
import { allRecords, numbers, patient, scenario } from './fixtures.ts';
import { bundleShape, createSetting, refusalOf, tracedId } from './setting.ts';
import type { Setting } from './setting.ts';

async function opened(more = {}): Promise<{ setting: Setting; id: string }> {
  const setting = await createSetting(more);
  return { setting, id: await tracedId(setting, 'gp-ada', numbers.ada) };
}

const storedShape = z.object({
  id: z.string(),
  status: z.string(),
  provision: z.object({ period: z.object({ start: z.string(), end: z.string() }) }),
});

async function stored(response: Response) {
  const bundle = bundleShape.parse(await response.json());
  const [entry] = bundle.entry;
  return { status: entry?.response?.status, consent: storedShape.parse(entry?.resource) };
}

describe('recording a decision', () => {
  it('sets the period of a permission by the exchange clock, twelve hours long', async () => {
    const { setting, id } = await opened();
    const { consent, status } = await stored(await record(setting, 'gp-ada', id));
    expect(status).toBe('201 Created');
    expect(consent.provision.period).toEqual({
      start: '2026-11-22T10:00:00.000Z',
      end: '2026-11-22T22:00:00.000Z',
    });
  });

  it('ends a break glass when the presented token ends', async () => {
    const { setting, id } = await opened();
    const answer = await record(setting, 'gp-ada', id, { breakGlass: true });
    const { consent } = await stored(answer);
    expect(consent.provision.period.end).toBe('2026-11-22T11:00:00.000Z');
    const types = (await setting.events()).map(({ type }) => type);
    expect(types).toEqual(['trace', 'opened', 'override-started']);
  });

  it('records a retry of the same decision once', async () => {
    const { setting, id } = await opened();
    const words = { id: '11111111-2222-4333-8444-555555555555' };
    const first = await stored(await record(setting, 'gp-ada', id, words));
    const second = await stored(await record(setting, 'gp-ada', id, words));
    expect([first.status, second.status]).toEqual(['201 Created', '200 OK']);
    expect(second.consent.id).toBe(first.consent.id);
    expect((await setting.events()).filter(({ type }) => type === 'opened')).toHaveLength(1);
  });

  it('records five simultaneous presses once', async () => {
    const { setting, id } = await opened();
    const words = { id: '11111111-2222-4333-8444-555555555556' };
    const presses = [1, 2, 3, 4, 5].map(() => record(setting, 'gp-ada', id, words));
    const answers = await Promise.all((await Promise.all(presses)).map(stored));
    expect(answers.filter(({ status }) => status === '201 Created')).toHaveLength(1);
    expect(new Set(answers.map(({ consent }) => consent.id)).size).toBe(1);
    expect((await setting.events()).filter(({ type }) => type === 'opened')).toHaveLength(1);
  });

  it('refuses the identifier of one decision for another', async () => {
    const { setting, id } = await opened();
    const words = { id: '11111111-2222-4333-8444-555555555557' };
    await record(setting, 'gp-ada', id, words);
    const other = await record(setting, 'gp-ada', id, { ...words, breakGlass: true });
    expect(other.status).toBe(409);
    const nurse = await tracedId(setting, 'nurse-ada', numbers.ada);
    expect(
      (await record(setting, 'nurse-ada', nurse, { ...words, user: 'nurse-two' })).status,
    ).toBe(409);
  });
});

describe('who may agree for whom', () => {
  const proxy = (id: string, kind: string): [DecisionWords, Forgery] => [
    {
      items: [
        item('attestation', { valueBoolean: true }),
        item('answer', coded('proxy-agreed')),
        item('proxy', coded(kind)),
      ],
    },
    (consent) => ({
      ...consent,
      performer: [{ reference: '#proxy' }],
      contained: [
        ...consent.contained,
        {
          resourceType: 'RelatedPerson',
          id: 'proxy',
          patient: { reference: `Patient/${id}` },
          relationship: [{ coding: [{ system: ocs.accessReason, code: kind }] }],
        },
      ],
    }),
  ];

  it('an attorney for an adult, but nobody with parental responsibility', async () => {
    const { setting, id } = await opened();
    expect((await record(setting, 'gp-ada', id, ...proxy(id, 'attorney'))).status).toBe(200);
    expect(
      (await record(setting, 'gp-ada', id, ...proxy(id, 'parental-responsibility'))).status,
    ).toBe(403);
    expect((await record(setting, 'gp-ada', id, ...proxy(id, 'next-of-kin'))).status).toBe(400);
    const others = proxy(`${id}0`, 'attorney');
    expect((await record(setting, 'gp-ada', id, ...others)).status).toBe(403);
  });

  it('nobody as the proxy of another patient', async () => {
    const { setting, id } = await opened();
    const other = proxy('somebody-else', 'attorney');
    expect(await refusalOf(await record(setting, 'gp-ada', id, ...other))).toMatchObject({
      status: 403,
      reason: 'other-patient',
    });
  });

  it('a parent for a small child, but no attorney', async () => {
    const child = patient({
      id: 'host-ada',
      nhsNumber: numbers.ada,
      family: 'Example',
      given: 'Ada',
      birthDate: '2022-09-09',
    });
    const { setting, id } = await opened({
      scenarios: [scenario({ key: 'child', demographics: child }, allRecords('ada'))],
    });
    expect(
      (await record(setting, 'gp-ada', id, ...proxy(id, 'parental-responsibility'))).status,
    ).toBe(200);
    expect((await record(setting, 'gp-ada', id, ...proxy(id, 'attorney'))).status).toBe(403);
  });
});

describe('ending a Consent', () => {
  const put = (setting: Setting, token: string, body: Record<string, unknown>) =>
    setting.call(token, `/Consent/${String(body.id)}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/fhir+json' },
      body: JSON.stringify(body),
    });
  const whole = z.looseObject({ id: z.string() });

  it('takes its own Consent to inactive, once, and nothing else', async () => {
    const { setting, id } = await opened();
    const bundle = bundleShape.parse(
      await (await record(setting, 'gp-ada', id, { breakGlass: true })).json(),
    );
    const consent = whole.parse(bundle.entry[0]?.resource);
    const longer = { ...consent, status: 'inactive', dateTime: '2030-01-01T00:00:00Z' };
    expect((await put(setting, 'gp-ada', longer)).status).toBe(403);
    expect((await put(setting, 'gp-ada', { ...consent, status: 'active' })).status).toBe(403);
    expect((await put(setting, 'nurse-ada', { ...consent, status: 'inactive' })).status).toBe(403);
    expect(
      (await put(setting, 'gp-ada-other-app', { ...consent, status: 'inactive' })).status,
    ).toBe(403);
    const ended = await put(setting, 'gp-ada', { ...consent, status: 'inactive' });
    expect(ended.status).toBe(200);
    expect(await ended.json()).toMatchObject({ status: 'inactive', meta: { versionId: '2' } });
    expect((await put(setting, 'gp-ada', { ...consent, status: 'inactive' })).status).toBe(200);
    const types = (await setting.events()).map(({ type }) => type);
    expect(types.filter((type) => type === 'override-stopped')).toHaveLength(1);
  });

  it('cannot be deleted', async () => {
    const { setting, id } = await opened();
    const { consent } = await stored(await record(setting, 'gp-ada', id));
    const deleted = await setting.call('gp-ada', `/Consent/${consent.id}`, { method: 'DELETE' });
    expect(deleted.status).toBe(405);
    expect((await setting.call('gp-ada', `/Consent/${consent.id}`)).status).toBe(200);
  });
});
