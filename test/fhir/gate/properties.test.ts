import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNhsNumber } from '../../../src/domain/nhs-number.ts';
import { accessLog } from '../../../src/fhir/gate/access-log.ts';
import { isAcknowledged } from '../../../src/fhir/gate/answer-event.ts';
import type { DecisionFacts } from '../../../src/fhir/gate/decision-facts.ts';
import { hostPatient } from '../../../src/fhir/gate/host-patient.ts';
import { openItems } from '../../../src/fhir/gate/open-items.ts';
import { isStillActive } from '../../../src/fhir/gate/active-permits.ts';
import { ownPermits } from '../../../src/fhir/gate/own-permits.ts';
import { isPlausibleText } from '../../../src/fhir/gate/plausible.ts';
import { consentOf } from '../../../src/fhir/gate/held-consent.ts';
import { receipt } from '../../../src/fhir/gate/receipt.ts';
import { refusalCodes } from '../../../src/fhir/gate/refusal-codes.ts';
import { reviewOf } from '../../../src/fhir/gate/review.ts';
import { dissentIn, earlierOpenings } from '../../../src/fhir/gate/standing.ts';
import { termsEvents } from '../../../src/fhir/gate/terms-events.ts';
import { traceOutcome, traceRefusal } from '../../../src/fhir/gate/trace-outcome.ts';
import { codeSystem, identifierSystem, ocs } from '../../../src/fhir/systems.ts';
import { event, own, purpose, reason, ref, searchset } from './samples.ts';

const now = new Date('2026-11-22T10:00:00Z');
const number = parseNhsNumber('9990000018');
if (!number) throw new Error('the sample number is invalid');
const setting = { from: 'identifier', systems: [identifierSystem.nhsNumber] } as const;
const launched = { nhsNumbersInContext: [], now };

/** What no honest system sends, and what must not be on any screen. */
const hidden = ['\u202E', '\u2067', '\u200B', '\u0000', '\uFEFF', '\u{E0041}', '\uD83D'];
const nasty = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('constructor', '__proto__', 'Patient/other', `Patient/${ref}`, '', 'Consent/c1'),
  fc.constantFrom(...hidden.map((each) => `Oka${each}for`)),
  fc.constant('x'.repeat(5000)),
);
const keys = [
  ...['resourceType', 'type', 'entry', 'resource', 'id', 'identifier', 'system', 'value', 'name'],
  ...['family', 'given', 'birthDate', 'meta', 'security', 'status', 'patient', 'reference'],
  ...['provision', 'contained', 'item', 'answer', 'linkId', 'agent', 'who', 'recorded', 'subtype'],
  ...['purposeOfEvent', 'coding', 'code', 'display', 'text', 'extension', 'url', 'requestor'],
];
const words = [
  ...['Bundle', 'searchset', 'Patient', 'Consent', 'AuditEvent', 'OperationOutcome', 'active'],
  ...['permit', 'deny', '2026-11-22T10:00:00Z', '9990000018', '9990000026', ocs.accessEvent],
  ...[identifierSystem.nhsNumber, codeSystem.actReason, 'BTG', 'TREAT', ocs.accessReason],
];
const json = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'medium' },
    nasty,
    fc.constantFrom(...words),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...keys), fc.string({ maxLength: 6 })), tie('any'), {
      maxKeys: 7,
    }),
  ),
})).any;

/** An honest resource, one of whose parts is whatever comes. */
function spoilt(honest: Readonly<Record<string, unknown>>) {
  return fc
    .tuple(fc.constantFrom(...Object.keys(honest)), json)
    .map(([key, value]) => ({ ...honest, [key]: value }));
}

/** One string of an honest resource, wherever it stands, with something hidden put into it. */
function tainted(honest: object) {
  return fc
    .tuple(fc.nat(), fc.constantFrom(...hidden))
    .map(([nth, mark]) => taint(honest, nth % strings(honest).length, mark));
}

function taint(honest: object, nth: number, mark: string): object {
  let at = -1;
  return JSON.parse(
    JSON.stringify(honest, (_, value: unknown) => {
      if (typeof value !== 'string') return value;
      at += 1;
      return at === nth ? `${value}${mark}x` : value;
    }),
  ) as object;
}

/** Every string of a value, at any depth, in the order JSON has them. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(strings);
}

const isUnsafe = (text: string) =>
  hidden.some((each) => text.includes(each)) || /[\p{Cc}\p{Zl}\p{Zp}]/u.test(text);

const patient = {
  ...{ resourceType: 'Patient', id: ref, birthDate: '1945-07-14', gender: 'female' },
  identifier: [{ system: identifierSystem.nhsNumber, value: number }],
  name: [{ family: 'Okafor', given: ['Grace'], prefix: ['Mrs'] }],
  ...{ active: true, address: [{ line: ['1 High Street'] }], meta: {}, link: [], extension: [] },
};
const consent = {
  ...{ resourceType: 'Consent', id: 'c1', status: 'active', meta: {}, extension: [] },
  patient: { reference: `Patient/${ref}` },
  contained: [{ resourceType: 'QuestionnaireResponse', id: 'answers', item: [] }],
  identifier: [{ system: identifierSystem.uri, value: 'urn:uuid:x' }],
  policy: [{ uri: ocs.permissionPolicy }],
  provision: {
    ...{ type: 'permit', purpose: [{ system: codeSystem.actReason, code: 'TREAT' }] },
    actor: [{ reference: { identifier: own } }],
  },
};
const entity = [
  { what: { identifier: { system: ocs.patientPseudonym, value: 'a1b2c3' } } },
  { detail: [{ type: 'justification', valueString: 'GCS 6, need history' }] },
];
const audit = {
  ...event({ subtype: [{ system: ocs.accessEvent, code: 'reopened' }] }),
  purposeOfEvent: [purpose('BTG'), reason('unconscious', 'Unconscious, and care is urgent')],
};
const facts: DecisionFacts = {
  ...{ decisionId: 'x', patient: ref, declared: [], terms: null, reopens: null },
  decision: { basis: { type: 'patient-agreed' }, confirmed: [], role: 'r1' },
  user: {
    ...{ fhirUser: 'u', displayName: '', names: [], birthDate: null, nhsNumber: null },
    ...{ identifier: own, registration: null, roles: [] },
  },
  role: { id: 'r1', codes: [], text: 'GP', organisation: null },
};

const answers = fc.oneof(
  json,
  fc
    .array(fc.oneof(json, spoilt(patient), spoilt(consent), spoilt(audit)), { maxLength: 3 })
    .map((resources) => ({
      ...{ resourceType: 'Bundle', type: 'searchset' },
      entry: resources.map((resource) => ({ resource })),
    })),
);

describe('whatever JSON is answered', () => {
  it('each mapper gives one of its outcomes and never throws', () => {
    fc.assert(
      fc.property(answers, (body) => {
        expect(hostPatient(body, setting, launched).type).toBe('malformed');
        expect(traceOutcome(body, number, now).type).toMatch(/^(outcome|implausible|bad-answer)$/);
        expect(traceRefusal(404, body)?.type ?? 'not-found').toMatch(/^(invalidated|not-found)$/);
        expect(dissentIn([body], ref).type).toMatch(/^(read|bad-answer)$/);
        expect(earlierOpenings([body], ref, own).type).toMatch(/^(known|not-known)$/);
        expect(openItems([body], ref).type).toMatch(/^(known|not-known)$/);
        expect(termsEvents([body], 'https://ocs.test/terms', own).type).toMatch(/^(events|bad-)/);
        expect(accessLog([body], ref, own).type).toMatch(/^(log|bad-answer)$/);
        expect(reviewOf([body]).type).toMatch(/^(review|bad-answer)$/);
        expect(ownPermits([body], ref, own)).toEqual([]);
        expect(receipt(body, facts).type).toBe('bad-answer');
        expect(typeof isStillActive([body], ref, 'c1')).toBe('boolean');
        expect(consentOf([body], ref, 'y')).toBeNull();
        expect(isAcknowledged(event(), body)).toBe(false);
        expect(Array.isArray(refusalCodes(body))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('nothing hidden survives in what is read of events', () => {
    const reviewed = { ...audit, entity };
    const one = fc.oneof(spoilt(audit), tainted(audit), spoilt(reviewed), tainted(reviewed));
    fc.assert(
      fc.property(one, (resource) => {
        const pages = [searchset([resource])];
        const readings = [
          ...[accessLog(pages, ref, own), reviewOf(pages), openItems(pages, ref)],
          ...[earlierOpenings(pages, ref, own), termsEvents(pages, 'https://ocs.test/terms', own)],
        ];
        for (const text of strings(readings)) {
          expect(isUnsafe(text)).toBe(false);
          expect(text.length).toBeLessThanOrEqual(2000);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('a found patient is the one asked for, and can be shown and compared as they are', () => {
    fc.assert(
      fc.property(fc.oneof(spoilt(patient), tainted(patient)), (resource) => {
        const traced = traceOutcome(searchset([resource]), number, now);
        const isFound = traced.type === 'outcome' && traced.outcome.type === 'found';
        const hosted = hostPatient(resource, setting, launched);
        const found = [
          ...(isFound ? [traced.outcome.patient] : []),
          ...(hosted.type === 'patient' ? [hosted.patient] : []),
        ];
        for (const each of found) {
          expect(strings(each).some(isUnsafe)).toBe(false);
          expect(each.names.length).toBeLessThanOrEqual(50);
          const said = each.names.flatMap(({ family, given }) => [family ?? '', ...given]);
          expect(said.every(isPlausibleText)).toBe(true);
        }
        if (isFound) expect(found[0]?.nhsNumber).toBe(number);
      }),
      { numRuns: 500 },
    );
  });

  it('one of these in any part of a name closes, host and exchange alike', () => {
    const part = fc.constantFrom('family', 'text', 'given', 'prefix');
    fc.assert(
      fc.property(part, fc.constantFrom(...hidden, '<', '>', 'x'.repeat(101)), (key, bad) => {
        const value = `Oka${bad}for`;
        const broken = { [key]: key === 'given' || key === 'prefix' ? ['Grace', value] : value };
        const spoiled = { ...patient, name: [...patient.name, { use: 'old', ...broken }] };
        const closed = { type: 'implausible', what: 'name' };
        expect(traceOutcome(searchset([spoiled]), number, now)).toEqual(closed);
        expect(hostPatient(spoiled, setting, launched)).toEqual(closed);
      }),
    );
  });
});
