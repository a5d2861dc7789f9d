/** A hundred documents that say the same, each in the manner of some country or vendor. */
import { describe, expect, it } from 'vitest';
import type { Item } from '../../../src/domain/summary/item.ts';
import { told } from './documents.ts';
import { addresses, document, type Style } from './variant-documents.ts';
import type { Fact } from './variant-records.ts';

type Dress = readonly [name: string, dress: Style['dress']];
type Arrangement = readonly [name: string, arrange: Style['arrange']];

/** The concept that names a fact, whatever the resource calls it. */
const nameKeys = ['code', 'medicationCodeableConcept', 'vaccineCode'] as const;

function renamed(fact: Fact, name: (text: string) => object): Fact {
  const changed = nameKeys.flatMap((key) => {
    const found = fact[key] as { readonly text: string } | undefined;
    return found === undefined ? [] : [[key, name(found.text)] as const];
  });
  return { ...fact, ...Object.fromEntries(changed) };
}

function coded(system: string, code: string) {
  return (fact: Fact) =>
    renamed(fact, (display) => ({ coding: [{ system, version: '2026', code, display }] }));
}

const unknown = {
  extension: [
    { url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' },
  ],
};
const local = { url: 'https://example.org/ours', extension: [{ url: 'x', valueDecimal: 1.5 }] };
const dateKeys = ['onsetDateTime', 'effectiveDateTime', 'performedDateTime', 'occurrenceDateTime'];

function dated(fact: Fact, date: string): Fact {
  const own = dateKeys.filter((key) => key in fact);
  return { ...fact, ...Object.fromEntries(own.map((key) => [key, date])) };
}

function periodOnly(fact: Fact): Fact {
  const { onsetDateTime, effectiveDateTime, performedDateTime, ...rest } = fact;
  const period = (start: unknown, key: string) =>
    start === undefined ? {} : { [key]: { start, end: '2026-02' } };
  return {
    ...rest,
    ...period(onsetDateTime, 'onsetPeriod'),
    ...period(effectiveDateTime, 'effectivePeriod'),
    ...period(performedDateTime, 'performedPeriod'),
  };
}

function contained(fact: Fact): Fact {
  const { medicationCodeableConcept: code, ...rest } = fact;
  const doctor = { resourceType: 'Practitioner', id: 'dr', name: [{ family: 'Ito' }] };
  const people = { recorder: { reference: '#dr' }, requester: { reference: '#dr' } };
  if (code === undefined) return { ...fact, ...people, contained: [doctor] };
  const medicine = { resourceType: 'Medication', id: 'med', code, form: { text: 'Tablet' } };
  const medicationReference = { reference: '#med' };
  return { ...rest, ...people, medicationReference, contained: [medicine, doctor] };
}

const plain: Dress = ['plain', (fact) => fact];
const dresses: readonly Dress[] = [
  plain,
  ['in German, in words alone', (fact) => renamed(fact, (text) => ({ text: `Befund: ${text}` }))],
  ['in Japanese', (fact) => renamed(fact, () => ({ text: '２型糖尿病（検査）' }))],
  ['in Arabic', (fact) => renamed(fact, () => ({ text: 'داء السكري من النوع الثاني' }))],
  ['in ATC', coded('http://www.whocc.no/atc', 'A10BA02')],
  ['in ICD-10', coded('http://hl7.org/fhir/sid/icd-10', 'E11.9')],
  ['in EDQM terms', coded('http://standardterms.edqm.eu', '10219000')],
  ['in a national code', coded('urn:oid:1.2.276.0.76.5.413', '42')],
  ['in bare codes', (fact) => renamed(fact, () => ({ coding: [{ code: 'X-1' }] }))],
  [
    'in several codes',
    (fact) => renamed(fact, (text) => ({ text, coding: [{ display: 'x' }, { code: 'y' }, {}] })),
  ],
  [
    'with extensions everywhere',
    (fact) => ({
      ...renamed(fact, (text) => ({ text, _text: { extension: [local] }, extension: [local] })),
      extension: [local],
      meta: { extension: [local], profile: [null], _profile: [unknown] },
      _status: { id: 'x', extension: [local] },
      _language: null,
    }),
  ],
  ['with what is absent', (fact) => ({ ...fact, _recordedDate: unknown, _onsetString: unknown })],
  ['with contained medicines and people', contained],
  ['with years alone', (fact) => dated(fact, '2014')],
  ['with months alone', (fact) => dated(fact, '2014-05')],
  ['with dates far from Greenwich', (fact) => dated(fact, '2014-05-02T23:59:59.999-11:00')],
  ['with periods alone', periodOnly],
  [
    'with national identifiers',
    (fact) => ({
      ...fact,
      identifier: [{ value: '1' }, { system: 'urn:oid:2.16.840', value: 'b' }],
    }),
  ],
  [
    'with very long words',
    (fact) => ({
      ...renamed(fact, (text) => ({ text: `${text} ${'and more '.repeat(20_000)}` })),
      note: [{ text: 'a-b '.repeat(50_000) }],
    }),
  ],
  [
    'with words of their own',
    (fact) => ({
      ...fact,
      text: { status: 'additional', div: `<div>${'<p>x</p>'.repeat(99)}</div>` },
    }),
  ],
];

const flat: Arrangement = ['flat', (section) => section];
const arrangements: readonly Arrangement[] = [
  ['in sections of sections', (section) => ({ title: 'Part', section: [{ section: [section] }] })],
  ['without section codes', (section) => ({ ...section, code: undefined })],
  ['without titles', (section) => ({ ...section, title: undefined })],
  [
    'with sections nobody knows',
    (section, at) => ({ ...section, title: `Abschnitt ${at}`, code: {} }),
  ],
  [
    'with generated text',
    (section) => ({ ...section, text: { status: 'generated', div: '<div>x</div>' } }),
  ],
  [
    'with text of its own',
    (section) => ({ ...section, text: { status: 'extensions', div: '<b/>' } }),
  ],
  ['with an author for each', (section) => ({ ...section, author: [{ display: 'x' }], focus: {} })],
  [
    'with elements of the wrong shape',
    (section) => ({ ...section, title: 7, mode: [], orderedBy: 1 }),
  ],
  [
    'with empty sections beside',
    (section) => ({
      ...section,
      section: [{ title: 'Blutgruppe', emptyReason: { coding: [{ code: 'unavailable' }] } }],
    }),
  ],
];

const styles: readonly Style[] = addresses.flatMap((address) => [
  ...dresses.map(([name, dress]) => style(address, [name, dress], flat)),
  ...arrangements.map((each) => style(address, plain, each)),
]);

function style(
  address: Style['address'],
  [dressed, dress]: Dress,
  arrangement: Arrangement,
): Style {
  const [arranged, arrange] = arrangement;
  return { name: `${address.name}; ${dressed}; ${arranged}`, address, dress, arrange };
}

/** What each says is the same, in the words it was said in. */
const kinds = (items: readonly Item[]) => items.map(({ kind }) => kind).sort();

describe('one record in many manners', () => {
  it('are more than a hundred', () => {
    expect(new Set(styles.map(({ name }) => name)).size).toBeGreaterThan(100);
  });

  it.each(styles.map((each) => [each.name, each] as const))('%s', (_, each) => {
    const { bundle, facts } = document(each);
    // As it would arrive: what JSON can not say is not there.
    const sent: unknown = JSON.parse(JSON.stringify(bundle));
    const { types, items, unshown } = told(sent);
    expect(types).toEqual(['report', 'part', 'finished']);
    expect(unshown).toEqual([]);
    expect(items).toHaveLength(facts.length);
    expect(new Set(items.map(({ key }) => key)).size).toBe(facts.length);
    const inSections = each.arrange === flat[1];
    if (inSections) expect(kinds(items)).toEqual(kinds(told(document(plainest).bundle).items));
    expect(items.filter(({ kind }) => kind === 'allergy')).toHaveLength(1);
    expect(
      items.find((item) => item.kind === 'medication' && item.status === 'current'),
    ).toMatchObject({
      dose: 'One, twice a day',
    });
  });
});

const [first] = addresses;
if (first === undefined) throw new Error('no way to name a resource');
const plainest = style(first, plain, flat);
