import { describe, expect, it } from 'vitest';
import { accessLog } from '../../../src/fhir/gate/access-log.ts';
import { nextPage } from '../../../src/fhir/gate/page-link.ts';
import { codeSystem, exchangeSystem, identifierSystem } from '../../../src/fhir/systems.ts';
import { agent, event, other, own, purpose, reason, ref, searchset, subtype } from './samples.ts';

const rows = (...events: readonly object[]) => accessLog([searchset(events)], ref, own);
const row = (more: object) => {
  const reading = rows(event(more));
  return reading.type === 'log' ? reading.entries[0] : reading;
};

describe('the access log', () => {
  it('marks own rows and break glass, and never reads a justification', () => {
    const detail = [{ type: 'justification', valueString: 'names her brother' }];
    const entity = [{ what: { reference: `Patient/${ref}` } }, { detail }];
    const reading = rows(event({ entity, purposeOfEvent: [purpose('BTG')] }));
    expect(reading).toMatchObject({
      entries: [{ isYou: true, breakGlass: true, person: 'Dr Sam Patel', outcome: 'opened' }],
    });
    expect(JSON.stringify(reading)).not.toContain('brother');
  });

  it('marks nobody else’s row as one’s own', () => {
    expect(row({ agent: [agent({ who: { identifier: other } })] })).toMatchObject({ isYou: false });
  });

  it.each([
    [[purpose('TREAT'), reason('patient-agreed')], 'direct-care', false],
    [[purpose('BTG'), reason('unconscious')], 'emergency', true],
    [[reason('required-by-statute'), reason('required-by-statute', 'By law')], 'legal', true],
    [[reason('required-by-court-order')], 'legal', true],
    [[], 'not-stated', false],
  ])('purpose of %j is %s', (purposeOfEvent, expected, breakGlass) => {
    expect(row({ purposeOfEvent })).toMatchObject({ purpose: expected, breakGlass });
  });

  it('takes the coded reason with the exchange’s words, whatever it is mapped to', () => {
    const mapped = { system: exchangeSystem.scrAlertReason, code: '5' };
    const own = reason('unconscious', 'Unconscious, and care is urgent');
    const coding = [{ system: codeSystem.actReason, code: 'OVRER' }, mapped, ...own.coding];
    expect(row({ purposeOfEvent: [purpose('BTG'), { ...own, coding }] })).toMatchObject({
      reason: { code: 'unconscious', text: 'Unconscious, and care is urgent' },
    });
    expect(row({ purposeOfEvent: [reason('wrong-role')] })).toMatchObject({
      reason: { code: 'wrong-role', text: null },
    });
    expect(row({ purposeOfEvent: [reason('<b>')] })).toMatchObject({ reason: null });
    expect(row({ purposeOfEvent: [purpose('BTG')] })).toMatchObject({ reason: null });
  });

  it('says that a page was reloaded', () => {
    expect(row({ subtype: subtype('reopened') })).toMatchObject({ reopened: true });
    expect(row({})).toMatchObject({ reopened: false });
  });

  it('names the organisation with its ODS code, where the exchange sent one', () => {
    const employer = (identifier: object) => ({
      type: {},
      who: { type: 'Organization', display: 'Hollow Way', identifier },
      requestor: false,
    });
    const ods = { system: identifierSystem.odsOrganisation, value: 'K84001' };
    const named = { organisation: 'Hollow Way' };
    expect(row({ agent: [agent(), employer(ods)] })).toMatchObject({
      ...named,
      organisationCode: 'K84001',
    });
    expect(row({ agent: [agent(), employer({ ...ods, system: 'urn:own' })] })).toMatchObject({
      ...named,
      organisationCode: null,
    });
    expect(row({})).toMatchObject({ organisation: null, organisationCode: null });
  });

  it('one row that can not be read makes the log unreadable, not shorter', () => {
    expect(rows(event(), event({ recorded: 7 }))).toEqual({ type: 'bad-answer' });
    expect(rows(event(), event({ recorded: 'yesterday' }))).toEqual({ type: 'bad-answer' });
    expect(rows(event({ entity: [{ what: { reference: 'Patient/other' } }] }))).toEqual({
      type: 'bad-answer',
    });
  });

  it('follows pages on its own base only', () => {
    const page = (url: string) =>
      nextPage(searchset([], { link: [{ relation: 'next', url }] }), 'https://ex.test/gp/fhir');
    expect(page('https://ex.test/gp/fhir/AuditEvent?_cursor=5')).toMatchObject({ type: 'next' });
    expect(page('AuditEvent?_cursor=5')).toMatchObject({ type: 'next' });
    expect(page('https://ex.test/gp/fhir.evil.test/AuditEvent')).toEqual({ type: 'elsewhere' });
    expect(page('https://ex.test/gp/fhir/../../other')).toEqual({ type: 'elsewhere' });
    expect(page('https://evil.test/AuditEvent')).toEqual({ type: 'elsewhere' });
  });
});
