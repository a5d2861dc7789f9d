import { describe, expect, it } from 'vitest';
import {
  type BreakGlass,
  breakGlassReasons,
  type Declaration,
  type Permission,
} from '../../../src/domain/access.ts';
import { decisionBundle } from '../../../src/fhir/gate/decision-bundle.ts';
import { isStillActive } from '../../../src/fhir/gate/active-permits.ts';
import { ownPermits } from '../../../src/fhir/gate/own-permits.ts';
import { codeSystem, ocs } from '../../../src/fhir/systems.ts';
import { other, own, ref, searchset } from './samples.ts';

const user = {
  ...{ fhirUser: 'https://host.test/fhir/Practitioner/p1', displayName: 'Dr Sam Patel' },
  ...{ names: [], birthDate: null, nhsNumber: null, identifier: own, registration: own, roles: [] },
};
const role = { id: '999000100015', codes: [], text: 'GP', organisation: null };
const agreed = { type: 'patient-agreed' } as const;

/** A Consent as the exchange keeps what the app sent. */
function stored(basis: Permission | BreakGlass = agreed, declared: readonly Declaration[] = []) {
  const facts = {
    ...{ decisionId: '5d4c3b2a-0000-4000-8000-000000000001', patient: ref, user, role },
    decision: { basis, confirmed: ['family'] as const, role: role.id },
    ...{ declared, terms: '2026-11', reopens: null },
  };
  const bundle = decisionBundle(facts, {
    ...{ now: '2026-11-22T09:00:00Z', attestation: 'x', termsUrl: 'https://ocs.test/terms' },
  }) as { entry: [{ resource: { provision: object; contained: { item: object[] }[] } }] };
  const { resource } = bundle.entry[0];
  const period = { start: '2026-11-22T09:00:00Z', end: '2026-11-22T21:00:00Z' };
  return {
    ...resource,
    id: 'c1',
    meta: { lastUpdated: '2026-11-22T09:00:01Z' },
    provision: { ...resource.provision, period },
  };
}

const encounter = (reference: string) => [{ url: ocs.encounter, valueReference: { reference } }];
const read = (...consents: readonly object[]) =>
  ownPermits([searchset(consents)], ref, own).map(({ permit }) => permit);

/** The stored Consent with one item of its answers replaced. */
function answering(linkId: string, answer: object, basis?: Permission | BreakGlass) {
  const consent = stored(basis);
  const [answers, ...more] = consent.contained;
  const item = (answers?.item ?? []).map((each) =>
    'linkId' in each && each.linkId === linkId ? { linkId, answer: [answer] } : each,
  );
  return { ...consent, contained: [{ ...answers, item }, ...more] };
}

const bases: readonly (Permission | BreakGlass)[] = [
  agreed,
  { type: 'young-person-agreed' },
  { type: 'agreed-earlier', askedBy: 'Sister Okafor', askedAt: '09:10' },
  { type: 'proxy-agreed', proxy: 'attorney' },
  ...breakGlassReasons.map((reason) => {
    return { type: 'break-glass', reason, justification: 'GCS 6', short: true } as const;
  }),
];

describe('an own permit', () => {
  it.each(bases)('is read back as it was written: $type $reason', (basis) => {
    expect(read(stored(basis, ['not-me', 'patient-is-alive']))).toEqual([
      {
        ...{ consentId: 'c1', basis, confirmed: ['family'], roleKey: '999000100015' },
        ...{ declared: ['not-me', 'patient-is-alive'], encounterId: null },
        ...{ recordedAt: '2026-11-22T09:00:01Z', until: '2026-11-22T21:00:00Z' },
      },
    ]);
  });

  it('belongs to the host’s encounter the exchange says it was given in', () => {
    const held = { ...stored(), extension: encounter('Encounter/enc-1') };
    expect(read(held)).toMatchObject([{ encounterId: 'enc-1' }]);
  });

  const consent = stored();
  it.each([
    ['another user’s', ownPermits([searchset([consent])], ref, other)],
    ['for another patient', read({ ...consent, patient: { reference: 'Patient/other' } })],
    ['that has ended', read({ ...consent, status: 'inactive' })],
    ['with an exception', read({ ...consent, provision: { ...consent.provision, provision: [] } })],
    ['with a modifier', read({ ...consent, modifierExtension: [{ url: 'x' }] })],
    ['without answers', read({ ...consent, contained: [] })],
    [
      'with answers twice',
      read({ ...consent, contained: [...consent.contained, ...consent.contained] }),
    ],
    ['with another answer', read(answering('answer', { valueString: 'patient-agreed' }))],
    [
      'whose answer is of somebody else’s making',
      read(answering('answer', { valueCoding: { system: 'x', code: 'patient-agreed' } })),
    ],
    [
      'whose answers break glass under the policy of permission',
      read(answering('answer', { valueCoding: { system: ocs.accessReason, code: 'break-glass' } })),
    ],
    [
      'of another purpose',
      read({
        ...consent,
        provision: {
          ...consent.provision,
          purpose: [{ system: codeSystem.actReason, code: 'BTG' }],
        },
      }),
    ],
    ['under another policy', read({ ...consent, policy: [{ uri: 'https://example.org/policy' }] })],
    [
      'with a difference nobody compares',
      read(answering('confirmed-difference', { valueString: 'address' })),
    ],
    ['of an encounter that is none', read({ ...consent, extension: encounter('Patient/1') })],
    [
      'of two encounters',
      read({ ...consent, extension: [...encounter('Encounter/1'), ...encounter('Encounter/2')] }),
    ],
    [
      'whose end can not be read',
      read({ ...consent, provision: { ...consent.provision, period: { end: 'soon' } } }),
    ],
  ])('%s is left out', (_, permits) => {
    expect(permits).toEqual([]);
  });

  it('that can not be read takes none of the others with it', () => {
    expect(read({ ...consent, id: 'bad', contained: [] }, consent)).toMatchObject([
      { consentId: 'c1' },
    ]);
  });

  it('words of a permit are read without what could hide in them', () => {
    const basis = { type: 'agreed-earlier', askedBy: 'A\u202EB\u0000', askedAt: '09:10' } as const;
    expect(JSON.stringify(read(stored(basis)))).toContain('"askedBy":"A B"');
  });
});

describe('whether the own Consent still stands', () => {
  const active = (...consents: readonly object[]) =>
    isStillActive([searchset(consents)], ref, 'c1');

  it('it does while it is among the active ones', () => {
    expect(active(stored())).toBe(true);
  });

  it.each([
    ['none is', []],
    ['another is', [{ ...stored(), id: 'c2' }]],
    ['it has ended', [{ ...stored(), status: 'inactive' }]],
    ['another patient’s is', [{ ...stored(), patient: { reference: 'Patient/other' } }]],
    ['a deny of its id is', [{ ...stored(), provision: { type: 'deny' } }]],
  ])('it does not where %s', (_, consents) => {
    expect(active(...consents)).toBe(false);
  });
});
