import { describe, expect, it } from 'vitest';
import { codeSystem, ocs } from '../../src/fhir/systems.ts';
import { breakGlassItems, coded, consentBody, item, record, transactionOf } from './decisions.ts';
import type { DecisionWords, Forgery } from './decisions.ts';
import { numbers } from './fixtures.ts';
import { createSetting, refusalOf, tracedId } from './setting.ts';
import type { Setting } from './setting.ts';

async function opened(more = {}): Promise<{ setting: Setting; id: string }> {
  const setting = await createSetting(more);
  return { setting, id: await tracedId(setting, 'gp-ada', numbers.ada) };
}

const practitioner = (value: string) => ({
  type: 'Practitioner',
  identifier: { system: 'https://fhir.nhs.uk/Id/sds-user-id', value },
});

describe('a forged or unfit body is refused', () => {
  const otherActor: Forgery = (consent) => ({
    ...consent,
    provision: {
      ...consent.provision,
      actor: [{ ...consent.provision.actor[0], reference: practitioner('999000009999') }],
    },
  });
  const purpose =
    (code: string): Forgery =>
    (consent) => ({
      ...consent,
      provision: {
        ...consent.provision,
        purpose: [{ system: codeSystem.actReason, code }],
      },
    });
  const cases: readonly (readonly [string, Forgery, DecisionWords, number])[] = [
    ['another user as actor', otherActor, {}, 403],
    ['a period of its own', (c) => ({ ...c, provision: { ...c.provision, period: {} } }), {}, 400],
    [
      'a nested provision',
      (c) => ({ ...c, provision: { ...c.provision, provision: [] } }),
      {},
      400,
    ],
    ['a denial', (c) => ({ ...c, provision: { ...c.provision, type: 'deny' } }), {}, 400],
    ['a break glass called treatment', purpose('TREAT'), { breakGlass: true }, 400],
    ['a permission called break glass', purpose('BTG'), {}, 400],
    ['an inactive status', (c) => ({ ...c, status: 'inactive' }), {}, 400],
    ['an extension', (c) => ({ ...c, extension: [{ url: 'https://x.test' }] }), {}, 400],
    ['a modifier', (c) => ({ ...c, implicitRules: 'https://x.test' }), {}, 400],
    ['an unknown policy', (c) => ({ ...c, policy: [{ uri: 'https://x.test' }] }), {}, 400],
    [
      'break glass policy with TREAT',
      (c) => ({ ...c, policy: [{ uri: ocs.breakGlassPolicy }] }),
      {},
      400,
    ],
    [
      'permission policy with BTG',
      (c) => ({ ...c, policy: [{ uri: ocs.permissionPolicy }] }),
      { breakGlass: true },
      400,
    ],
    [
      'a clinician agreeing for the patient',
      (c) => ({ ...c, performer: [practitioner('1')] }),
      {},
      400,
    ],
    [
      'another organisation',
      (c) => ({
        ...c,
        organization: [
          {
            type: 'Organization',
            identifier: { system: 'https://fhir.nhs.uk/Id/ods-organization-code', value: 'ZZZ99' },
          },
        ],
      }),
      {},
      403,
    ],
    ['no attestation', (c) => c, { items: [item('answer', coded('patient-agreed'))] }, 400],
    [
      'a refused attestation',
      (c) => c,
      {
        items: [
          item('attestation', { valueBoolean: false }),
          item('answer', coded('patient-agreed')),
        ],
      },
      400,
    ],
    [
      'a role the host does not list',
      (c) => c,
      {
        items: [
          item('attestation', { valueBoolean: true }),
          item('answer', coded('patient-agreed')),
          item('role', { valueString: 'R0050' }),
        ],
      },
      403,
    ],
    [
      'an earlier agreement by nobody',
      (c) => c,
      {
        items: [
          item('attestation', { valueBoolean: true }),
          item('answer', coded('agreed-earlier')),
        ],
      },
      400,
    ],
    [
      'break glass without justification',
      (c) => c,
      { breakGlass: true, items: breakGlassItems.slice(0, 3) },
      400,
    ],
    [
      'break glass with a blank justification',
      (c) => c,
      {
        breakGlass: true,
        items: [...breakGlassItems.slice(0, 3), item('justification', { valueString: '  ' })],
      },
      400,
    ],
    [
      'break glass without a reason',
      (c) => c,
      { breakGlass: true, items: breakGlassItems.filter(({ linkId }) => linkId !== 'reason') },
      400,
    ],
  ];
  for (const [name, forge, words, status] of cases) {
    it(name, async () => {
      const { setting, id } = await opened();
      const refused = await record(setting, 'gp-ada', id, words, forge);
      expect(refused.status).toBe(status);
      expect((await setting.events()).some(({ type }) => type === 'opened')).toBe(false);
    });
  }

  it('a patient of another launch, by an id that is known to someone', async () => {
    const { setting } = await opened();
    const ben = await tracedId(setting, 'gp-ben', numbers.ben);
    const refused = await refusalOf(await record(setting, 'gp-ada', ben));
    expect(refused).toMatchObject({ status: 403, spine: 'REQUEST_UNMATCHED' });
  });

  it("a colleague's opaque id of the same patient", async () => {
    const { setting } = await opened();
    const theirs = await tracedId(setting, 'nurse-ada', numbers.ada);
    expect((await record(setting, 'gp-ada', theirs)).status).toBe(403);
  });

  it('a receptionist, whatever the first segment of the role says', async () => {
    const { setting, id } = await opened();
    const refused = await refusalOf(await record(setting, 'clerk-ada', id, { user: 'clerk-six' }));
    expect(refused.status).toBe(403);
  });

  it('a fullUrl or a condition that names another decision than the Consent does', async () => {
    const { setting, id } = await opened();
    const consent = { ...consentBody(id), dateTime: setting.time.now.toISOString() };
    const good = transactionOf(consent, consent.identifier[0]?.value ?? '');
    const other = transactionOf(consent, `urn:uuid:${crypto.randomUUID()}`);
    const send = (entry: object) =>
      setting.call('gp-ada', '', {
        method: 'POST',
        headers: { 'content-type': 'application/fhir+json' },
        body: JSON.stringify({ ...good, entry: [{ ...good.entry[0], ...entry }] }),
      });
    expect((await send({ fullUrl: other.entry[0]?.fullUrl })).status).toBe(400);
    expect((await send({ request: other.entry[0]?.request })).status).toBe(400);
    expect((await send({})).status).toBe(200);
  });

  it('two entries, no entry, or not a transaction at all', async () => {
    const { setting, id } = await opened();
    const consent = consentBody(id);
    const urn = consent.identifier[0]?.value ?? '';
    const good = transactionOf(consent, urn);
    const bodies: unknown[] = [
      { ...good, entry: [...good.entry, ...good.entry] },
      { ...good, entry: [] },
      { ...good, type: 'batch' },
      ...[[], null, 7, 'text', { resourceType: 'Bundle' }],
    ];
    for (const body of bodies) {
      const response = await setting.call('gp-ada', '', {
        method: 'POST',
        headers: { 'content-type': 'application/fhir+json' },
        body: JSON.stringify(body),
      });
      expect(response.status).toBe(400);
      expect(await response.text()).toContain('OperationOutcome');
    }
  });
});
