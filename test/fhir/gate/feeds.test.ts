import { describe, expect, it } from 'vitest';
import { isAcknowledged, termsAnswer, toldAnswer } from '../../../src/fhir/gate/answer-event.ts';
import { openItems } from '../../../src/fhir/gate/open-items.ts';
import { reviewOf } from '../../../src/fhir/gate/review.ts';
import { termsEvents } from '../../../src/fhir/gate/terms-events.ts';
import { codeSystem, ocs } from '../../../src/fhir/systems.ts';
import { agent, event, other, own, purpose, reason, ref, searchset, subtype } from './samples.ts';

const url = 'https://ocs.test/terms';
const accepted = (policy: unknown, more: object = {}) =>
  event({
    ...{ subtype: subtype('terms-accepted'), entity: [], agent: [agent({ policy })] },
    ...more,
  });
const terms = (...events: readonly object[]) => termsEvents([searchset(events)], url, own);

describe('what a user accepted', () => {
  it('is read with its version and the exchange’s time', () => {
    const recorded = '2026-11-01T10:00:00Z';
    const putOff = { subtype: subtype('terms-put-off'), recorded };
    expect(terms(accepted([`${url}|2025-04`]), accepted([`${url}|2026-11`], putOff))).toEqual({
      type: 'events',
      events: [
        { type: 'accepted', version: '2025-04', recordedAt: '2026-11-22T10:00:00Z' },
        { type: 'put-off', version: '2026-11', recordedAt: recorded },
      ],
    });
  });

  it('from before there was a trail may name them in words alone', () => {
    const who = { display: 'Dr Sam Patel' };
    const seeded = accepted(undefined, { agent: [agent({ who, policy: [`${url}|2026-11`] })] });
    expect(terms(seeded)).toMatchObject({ events: [{ version: '2026-11' }] });
  });

  it.each([
    ['somebody else’s', accepted([], { agent: [agent({ who: { identifier: other } })] })],
    ['an opening made under them', accepted([`${url}|2026-11`], { subtype: subtype('reopened') })],
  ])('%s is none', (_, theirs) => {
    expect(terms(theirs)).toEqual({ type: 'events', events: [] });
  });

  it.each([
    ['without a version', accepted([url])],
    ['of other terms', accepted(['https://ocs.test/terms-of-others|1'])],
    ['of two versions', accepted([`${url}|1`, `${url}|2`])],
    ['of a version that is none', accepted([`${url}|<b>`])],
    ['at a time that is none', accepted([`${url}|1`], { recorded: '2026-11-22' })],
    ['that is no event', { resourceType: 'Basic' }],
  ])('an acceptance %s makes the answer unreadable', (_, broken) => {
    expect(terms(accepted([`${url}|2026-11`]), broken)).toEqual({ type: 'bad-answer' });
  });
});

describe('open items', () => {
  const dicom = (code: string) => [{ system: codeSystem.dcm, code }];
  const started = (more: object = {}) =>
    event({
      subtype: dicom('110127'),
      entity: [{ what: { reference: 'Consent/c1' } }],
      ...more,
    });
  const read = (...events: readonly object[]) => openItems([searchset(events)], ref);

  it('say when, and whether it is this patient; of another patient nothing', () => {
    const here = [{ what: { reference: `Patient/${ref}` } }, { what: { reference: 'Consent/c2' } }];
    const there = [{ what: { reference: 'Patient/other' } }, { what: { reference: 'Consent/c3' } }];
    const reading = read(started(), started({ entity: here }), started({ entity: there }));
    expect(reading).toEqual({
      type: 'known',
      items: [
        { consentId: 'c1', recordedAt: '2026-11-22T10:00:00Z', thisPatient: false },
        { consentId: 'c2', recordedAt: '2026-11-22T10:00:00Z', thisPatient: true },
        { consentId: 'c3', recordedAt: '2026-11-22T10:00:00Z', thisPatient: false },
      ],
    });
  });

  it('are each listed once', () => {
    expect(read(started(), started())).toMatchObject({ items: [{ consentId: 'c1' }] });
  });

  it.each([
    ['they were not answered', null],
    ['one is no override', [searchset([started({ subtype: dicom('110138') })])]],
    ['one names no Consent', [searchset([started({ entity: [] })])]],
    [
      'one names an id that is none',
      [searchset([started({ entity: [{ what: { reference: 'Consent/../x' } }] })])],
    ],
    ['one has no time', [searchset([started({ recorded: 'then' })])]],
  ])('are not known where %s', (_, pages) => {
    expect(openItems(pages, ref)).toEqual({ type: 'not-known' });
  });
});

describe('the review feed', () => {
  const entity = [
    { what: { identifier: { system: ocs.patientPseudonym, value: 'a1b2c3' } } },
    { what: { reference: 'Consent/c1' } },
    { detail: [{ type: 'justification', valueString: 'GCS 6, need\u202E history' }] },
  ];
  const read = (...events: readonly object[]) => reviewOf([searchset(events)]);
  const refusedBy = (code: string) => ({ outcome: '8', purposeOfEvent: [reason(code)] });

  it('shows the justification and the patient’s pseudonym, made safe to show', () => {
    const purposeOfEvent = [purpose('BTG'), reason('unconscious', 'Unconscious')];
    expect(read(event({ entity, purposeOfEvent }))).toMatchObject({
      entries: [
        {
          ...{ kind: 'break-glass', patient: 'a1b2c3', justification: 'GCS 6, need history' },
          reason: { code: 'unconscious', text: 'Unconscious' },
        },
      ],
    });
  });

  it.each([
    ['break-glass', { purposeOfEvent: [reason('required-by-statute')] }],
    ['own-record', refusedBy('own-record')],
    ['own-record', refusedBy('own-record-likely')],
    ['own-record', refusedBy('namesake')],
    ['refused', refusedBy('wrong-role')],
    ['abandoned', { outcome: '4', subtype: subtype('abandoned') }],
    ['told', { subtype: subtype('told') }],
    ['not-yet-told', { subtype: subtype('not-yet-told') }],
    ['unsafe-to-tell', { subtype: subtype('unsafe-to-tell') }],
  ])('%s is told apart: %j', (kind, more) => {
    expect(read(event({ entity, ...more }))).toMatchObject({ entries: [{ kind }] });
  });

  it('has no place for an opening with permission', () => {
    expect(read(event({ entity, purposeOfEvent: [purpose('TREAT')] }))).toEqual({
      type: 'review',
      entries: [],
    });
  });

  it('takes no reference for a pseudonym', () => {
    const reading = read(event({ purposeOfEvent: [purpose('BTG')] }));
    expect(reading).toMatchObject({ entries: [{ patient: null }] });
    expect(JSON.stringify(reading)).not.toContain(ref);
  });

  it('is the whole of it or nothing', () => {
    expect(read(event({ outcome: '8' }), event({ agent: 'x' }))).toEqual({ type: 'bad-answer' });
    expect(read(event({ outcome: '8', recorded: 'then' }))).toEqual({ type: 'bad-answer' });
  });
});

describe('an answer is acknowledged', () => {
  const recorded = '2026-11-22T10:00:00Z';
  const put = termsAnswer({ code: 'terms-put-off', recorded }, `${url}|2026-11`);
  const told = toldAnswer({ code: 'told', recorded }, 'c1');

  it('by the event as it was stored', () => {
    const byUser = { agent: [agent({ policy: [`${url}|2026-11`] })] };
    expect(isAcknowledged(put, { ...put, ...byUser, id: 'e1' })).toBe(true);
    const more = [{ what: { reference: 'Patient/x' } }, { what: { reference: 'Consent/c1' } }];
    expect(isAcknowledged(told, { ...told, entity: more })).toBe(true);
  });

  it.each([
    ['another answer', told, toldAnswer({ code: 'not-yet-told', recorded }, 'c1')],
    ['another Consent', told, toldAnswer({ code: 'told', recorded }, 'c2')],
    ['another version', put, termsAnswer({ code: 'terms-put-off', recorded }, `${url}|2025-04`)],
    ['something else', told, { resourceType: 'OperationOutcome', issue: [] }],
    ['nothing', told, undefined],
  ])('and not by %s', (_, sent, body) => {
    expect(isAcknowledged(sent, body)).toBe(false);
  });

  it('names no patient and holds no words', () => {
    expect(JSON.stringify([put, told])).not.toMatch(/Patient|justification/);
  });
});
