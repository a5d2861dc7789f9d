/** Whose names stand in a Consent: those the exchange read at the host (domain.md 7). */
import { expect, it } from 'vitest';
import { identifierSystem } from '../../src/fhir/systems.ts';
import { record, recordedConsent } from './decisions.ts';
import type { Forgery } from './decisions.ts';
import { numbers } from './fixtures.ts';
import { createSetting, tracedId } from './setting.ts';

const somebody = 'Dr Amina Mensah';

/** Every object in it is called somebody else, where the shape lets it be. */
const renamed: Forgery = (consent) => {
  const [actor] = consent.provision.actor;
  const reference = { ...actor?.reference, display: somebody };
  const called = <T extends object>(value: T) => ({ ...value, display: somebody });
  const coded = ({ coding }: { coding: object[] }) => ({ coding: coding.map(called) });
  const [performer = {}] = consent.performer;
  const ods = { system: identifierSystem.odsOrganisation, value: 'Z99901' };
  return {
    ...consent,
    scope: coded(consent.scope),
    category: consent.category.map(coded),
    patient: called(consent.patient),
    performer: [called(performer)],
    organization: [called({ type: 'Organization', identifier: ods })],
    provision: {
      ...consent.provision,
      purpose: consent.provision.purpose.map(called),
      actor: [{ role: coded(actor?.role ?? { coding: [] }), reference }],
    },
  };
};

for (const breakGlass of [false, true]) {
  it(`are the token’s, never the body’s, in a ${breakGlass ? 'break glass' : 'permission'}`, async () => {
    const setting = await createSetting();
    const id = await tracedId(setting, 'gp-ada', numbers.ada);
    const words = { id: crypto.randomUUID(), breakGlass };
    const stored = await recordedConsent(record(setting, 'gp-ada', id, words, renamed));
    expect(JSON.stringify(stored)).not.toContain(somebody);
    expect(stored).toMatchObject({
      provision: { actor: [{ reference: { display: 'Sam Patel' } }] },
      organization: [{ display: 'Hollow Way Medical Centre' }],
      ...(breakGlass ? { performer: [{ display: 'Sam Patel' }] } : {}),
    });
    const listed = await setting.call('gp-ada', `/Consent?patient=${id}&status=active`);
    expect(await listed.text()).not.toContain(somebody);
    // What was sent is what a retry is known by, names and all.
    const again = await recordedConsent(record(setting, 'gp-ada', id, words, renamed));
    expect(again.id).toBe(stored.id);
    expect((await record(setting, 'gp-ada', id, words)).status).toBe(409);
  });
}
