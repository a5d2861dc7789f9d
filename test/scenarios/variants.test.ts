/** The stories' variants: what a tester can click to, as the app's own rules read it. */
import { describe, expect, it } from 'vitest';
import { scenarios } from '../../mocks/scenarios/catalogue.ts';
import { matchDemographics } from '../../src/domain/demographic-match.ts';
import { parseNhsNumber } from '../../src/domain/nhs-number.ts';
import { demographicsOf, patient as patientSchema } from '../../src/fhir/gate/demographics.ts';
import { hostPatient } from '../../src/fhir/gate/host-patient.ts';
import { parsed } from '../../src/fhir/parsed.ts';
import { identifierSystem } from '../../src/fhir/systems.ts';
import { scenario, variant } from './find.ts';

const variants = scenarios.flatMap((one) => one.variants.map((each) => ({ one, each })));
const setting = { from: 'identifier', systems: [identifierSystem.nhsNumber] } as const;
const facts = { nhsNumbersInContext: [], now: new Date('2026-11-22T10:00:00Z') };

const hostOf = (key: string, story: string) => variant(key, story).host ?? scenario(key).host;
const exchangeOf = (key: string, story: string) =>
  variant(key, story).demographics ?? scenario(key).demographics;

/** The demographic check of a story. */
function matched(key: string, story: string) {
  const host = parsed(patientSchema, hostOf(key, story));
  const exchange = parsed(patientSchema, exchangeOf(key, story));
  if (!host || !exchange) return null;
  const { type, fields } = matchDemographics(demographicsOf(host), demographicsOf(exchange));
  return {
    type,
    said: fields.filter(({ verdict }) => verdict !== 'same').map(({ field }) => field),
  };
}

describe('every variant', () => {
  it('has a key of its own within its story, and a label in plain words', () => {
    for (const { variants: own } of scenarios) {
      const keys = own.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      expect(new Set(own.map(({ label }) => label)).size).toBe(keys.length);
    }
    for (const { each } of variants) {
      expect(each.key).toMatch(/^[a-z0-9-]+$/);
      expect(each.label).toMatch(/^[A-Z].{9,79}$/);
    }
  });

  it('changes something', () => {
    for (const { each } of variants) {
      expect(Object.keys(each).length).toBeGreaterThan(2);
    }
  });

  it('uses NHS numbers of the test range only, and keeps the host’s own patient id', () => {
    for (const { one, each } of variants) {
      for (const patient of [each.host, each.demographics]) {
        for (const { value = '' } of patient?.identifier ?? []) {
          expect(value.replaceAll(' ', '').replaceAll('O', '0')).toMatch(/^999\d{7}$/);
        }
      }
      expect(each.host?.id ?? one.host.id).toBe(one.host.id);
    }
  });
});

describe('Grace, as two systems that disagree', () => {
  it.each([
    ['surname-differs', 'confirm', ['family']],
    ['given-name-differs', 'confirm', ['given']],
    ['both-names-differ', 'shut', ['family', 'given']],
    ['birth-date-differs', 'shut', ['birthDate']],
    ['birth-date-missing', 'shut', ['birthDate']],
    ['gender-differs', 'match', ['gender']],
    ['middle-name', 'match', ['given']],
    ['maiden-name', 'match', ['family']],
    ['accents', 'match', []],
  ] as const)('%s: %s', (story, type, said) => {
    expect(matched('grace', story)).toEqual({ type, said });
  });
});

describe('Liam’s NHS number', () => {
  it.each([
    ['number-missing', 'missing'],
    ['number-check-digit', 'invalid'],
    ['number-repeated-digit', 'invalid'],
    ['number-letters', 'invalid'],
    ['two-numbers', 'several'],
  ] as const)('%s: %s', (story, type) => {
    expect(hostPatient(hostOf('liam', story), setting, facts)).toEqual({
      type: 'nhs-number',
      problem: { type },
    });
  });

  it.each([
    ['number-spaced', { type: 'verified' }],
    ['number-not-stated', { type: 'not-stated' }],
    ['number-not-traced', { type: 'unverified', code: '02' }],
    ['number-no-match', { type: 'unverified', code: '04' }],
    ['number-conflict', { type: 'unverified', code: '05' }],
  ] as const)('%s', (story, nhsNumberStatus) => {
    expect(hostPatient(hostOf('liam', story), setting, facts)).toMatchObject({
      patient: { nhsNumber: '9990000085', nhsNumberStatus },
    });
  });

  it('two different ones are both valid, and one belongs to nobody here', () => {
    expect(parseNhsNumber('9990000174')).not.toBeNull();
    expect(scenarios.map(({ nhsNumber }) => nhsNumber)).not.toContain('9990000174');
  });

  it('finds nobody, nobody any more, or too many', () => {
    const traces = scenario('liam').variants.flatMap(({ trace }) => trace ?? []);
    expect(traces).toEqual(['not-found', 'invalidated', 'several']);
  });
});

describe('the other gates', () => {
  it('Leila is restricted by both, by one of the two, or very much so', () => {
    const labels = (story: string) =>
      [hostOf('leila', story), exchangeOf('leila', story)].map(
        ({ meta }) => meta?.security?.[0]?.code,
      );
    expect(labels('very-restricted')).toEqual([undefined, 'V']);
    expect(labels('host-restricted-only')).toEqual(['R', undefined]);
    expect(labels('both-restricted')).toEqual(['R', 'R']);
  });

  it('Winifred has died according to one system only', () => {
    const died = (story: string) =>
      [hostOf('winifred', story), exchangeOf('winifred', story)].map(
        ({ deceasedDateTime }) => deceasedDateTime !== undefined,
      );
    expect(died('host-deceased-only')).toEqual([true, false]);
    expect(died('exchange-deceased-only')).toEqual([false, true]);
  });

  it('Chloe is sixteen on both sides', () => {
    for (const of of [hostOf, exchangeOf]) {
      expect(of('chloe', 'sixteen').birthDate).toBe('2010-11-20');
    }
  });
});

describe('Priya, sent by a broken or hostile system', () => {
  it.each([
    ['host-gender-type', null],
    ['exchange-gender-type', null],
    ['host-no-name', 'shut'],
    ['exchange-no-name', 'shut'],
    ['host-future-birth', 'shut'],
    ['host-right-to-left', 'confirm'],
    ['host-markup', 'confirm'],
    ['host-long-name', 'confirm'],
  ] as const)('%s is never a plain match', (story, type) => {
    expect(matched('priya', story)?.type ?? null).toBe(type);
  });

  it('has 400 names, 5,000 letters, and a birth in the future', () => {
    expect(hostOf('priya', 'host-many-names').name).toHaveLength(400);
    expect(hostOf('priya', 'host-long-name').name?.[0]?.family).toHaveLength(5000);
    expect(exchangeOf('priya', 'both-future-birth').birthDate).toBe('2031-04-30');
  });
});
