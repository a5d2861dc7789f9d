import { describe, expect, it } from 'vitest';
import { isShortJustification } from '../../src/domain/access.ts';
import { allergyHeading, missingSources } from '../../src/domain/summary/absence.ts';
import type { SourceReport } from '../../src/domain/source.ts';
import {
  emptySummary,
  type Summary,
  withPart,
  withReport,
} from '../../src/domain/summary/summary.ts';
import type { Allergy } from '../../src/domain/summary/item.ts';
import { judgeRole } from '../../src/domain/user.ts';
import { amina, registrar } from '../flow/people.ts';

const ouh = { id: 'RTH', name: 'Oxford University Hospitals', tag: 'OUH' };
const report = (state: SourceReport['state'], source = ouh): SourceReport => ({
  source,
  state,
  askedAt: null,
  took: null,
  upTo: null,
  keeps: null,
});
const allergy = (over: Partial<Allergy> = {}): Allergy => ({
  kind: 'allergy',
  key: 'a1',
  source: 'RTH',
  title: 'Penicillin',
  date: null,
  recorded: null,
  updated: null,
  codes: [],
  author: null,
  identifiers: [],
  narrative: null,
  assertion: 'allergy',
  status: 'active',
  reactions: [],
  severity: null,
  certainty: null,
  note: null,
  ...over,
});
const summary = (reports: SourceReport[], items: Allergy[] = []): Summary =>
  reports.reduce(
    withReport,
    withPart(emptySummary, { source: 'RTH', items, unshown: [], gaps: [], texts: [] }),
  );

describe('the allergy heading is one of four', () => {
  it('known, as soon as one source says so', () => {
    expect(allergyHeading(summary([report('timeout')], [allergy()]))).toBe('known');
  });

  it('none known, only from an active coded assertion and with every source heard', () => {
    const none = allergy({ assertion: 'no-known-allergy' });
    expect(allergyHeading(summary([report('answered')], [none]))).toBe('none-known');
    expect(allergyHeading(summary([report('answered')], [{ ...none, status: 'past' }]))).toBe(
      'not-recorded',
    );
  });

  it('"no known drug allergy" does not speak for food', () => {
    const drugs = allergy({ assertion: 'no-known-of-kind' });
    expect(allergyHeading(summary([report('answered')], [drugs]))).toBe('not-recorded');
  });

  it.each([
    'asking',
    'timeout',
    'failed',
    'interrupted',
    'not-sharing',
    'answered-withheld',
    'in-transit',
  ] as const)('unavailable while a source is %s and nothing is known', (state) => {
    const none = allergy({ assertion: 'no-known-allergy' });
    expect(allergyHeading(summary([report(state)], [none]))).toBe('unavailable');
  });

  it('a practice that does not share matters only to the patients registered with it', () => {
    const none = allergy({ assertion: 'no-known-allergy' });
    const buryKnowle = { id: 'BK', name: 'Bury Knowle Health Centre', tag: 'GP' };
    const both = summary([report('answered'), report('not-sharing', buryKnowle)], [none]);
    expect(allergyHeading({ ...both, practice: 'RTH' })).toBe('none-known');
    expect(allergyHeading({ ...both, practice: 'BK' })).toBe('unavailable');
    expect(allergyHeading({ ...both, practice: null })).toBe('unavailable');
  });

  it('unavailable when nobody was asked at all', () => {
    expect(allergyHeading(emptySummary)).toBe('unavailable');
  });

  it('unavailable when a source sent an empty section with a reason: nilknown is not none', () => {
    const part = {
      source: 'RTH',
      items: [],
      unshown: [],
      gaps: [{ source: 'RTH', section: 'allergy', reason: 'not-known' }],
      texts: [],
    } as const;
    const silent = withPart(summary([report('answered')]), part);
    expect(allergyHeading(silent)).toBe('unavailable');
    expect(missingSources(silent, 'allergy').map((each) => each.source.tag)).toEqual(['OUH']);
    expect(missingSources(silent, 'problem')).toEqual([]);
  });

  it.each([
    ['allergy', 'malformed', 'unavailable'],
    ['unknown', 'not-understood', 'unavailable'],
    ['result', 'malformed', 'not-recorded'],
    ['other', 'not-in-this-view', 'not-recorded'],
    ['allergy', 'entered-in-error', 'not-recorded'],
  ] as const)('an unshown item of section %s, %s: %s', (kind, because, heading) => {
    const unshown = [{ key: 'x', source: 'RTH', what: 'Entry', section: kind, because }];
    const part = { source: 'RTH', items: [], unshown, gaps: [], texts: [] };
    expect(allergyHeading(withPart(summary([report('answered')]), part))).toBe(heading);
  });

  it('unavailable when an item could not be read: it might have been one', () => {
    const part = {
      source: 'RTH',
      items: [],
      unshown: [
        { key: 'x', source: 'RTH', what: 'Allergy', section: 'allergy', because: 'malformed' },
      ],
      gaps: [],
      texts: [],
    } as const;
    expect(allergyHeading(withPart(summary([report('answered')]), part))).toBe('unavailable');
  });
});

describe('who is a clinician', () => {
  const policy = {
    clinicalCodes: ['R8000', 'R8001'],
    clinicalSnomed: ['62247001'],
    roleMap: { 'ED-REG': 'R8000' },
    privacyCodes: ['R0001'],
  };
  const national = 'https://fhir.nhs.uk/CodeSystem/NHSDigital-SDS-JobRoleCode';
  const withCode = (code: string, system = 'host') =>
    judgeRole({ ...amina, roles: [{ ...registrar, codes: [{ system, code }] }] }, policy).type;

  it('judges the last segment: a secretary in a clinical group is none', () => {
    expect(withCode('S8000:G8000:R8000', national)).toBe('clinician');
    expect(withCode('S8000:G8001:R8006', national)).toBe('not-clinician');
    expect(withCode('R8000:G8001:R8006', national)).toBe('not-clinician');
  });

  it("takes a host's own code for no national one, however much it looks like it", () => {
    expect(withCode('S8000:G8000:R8000')).toBe('not-clinician');
    expect(withCode('R8000', 'http://snomed.info/sct')).toBe('not-clinician');
  });

  it('knows a privacy officer, who is no clinician', () => {
    expect(withCode('S0010:G0020:R0001', national)).toBe('privacy-officer');
    expect(withCode('R0001')).toBe('not-clinician');
  });

  it("maps a host's own code, and knows a SNOMED occupation", () => {
    expect(withCode('ED-REG')).toBe('clinician');
    expect(withCode('62247001', 'http://snomed.info/sct')).toBe('clinician');
    expect(withCode('62247001')).toBe('not-clinician');
  });

  it.each(['', 'UNKNOWN', 'constructor', '__proto__', 'R80000', 'XR8000'])('refuses %j', (code) => {
    expect(withCode(code)).toBe('not-clinician');
    expect(withCode(code, national)).toBe('not-clinician');
  });

  it('takes the clinical role where the user holds another as well', () => {
    const secretary = { ...registrar, id: 'other', codes: [{ system: 'host', code: 'R8006' }] };
    expect(judgeRole({ ...amina, roles: [secretary, registrar] }, policy)).toEqual({
      type: 'clinician',
      roles: [registrar],
    });
  });

  it('leaves the choice to the user where several are clinical', () => {
    const lead = { ...registrar, id: 'lead' };
    expect(judgeRole({ ...amina, roles: [registrar, lead] }, policy)).toEqual({
      type: 'clinician',
      roles: [registrar, lead],
    });
  });
});

describe('a justification', () => {
  it('is measured by what it says, not by its dots', () => {
    expect(isShortJustification('....................', 20)).toBe(true);
    expect(isShortJustification('Unresponsive, needs medication history now', 20)).toBe(false);
  });
});
