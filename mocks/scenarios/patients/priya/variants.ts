/** Priya Nair, sent by systems that are broken or hostile. */
import type { HumanName, Patient } from 'fhir/r4';
import type { Variant } from '../../types.ts';

const named = (patient: Patient, change: HumanName): Patient => ({
  ...patient,
  name: (patient.name ?? []).map((name) => ({ ...name, ...change })),
});

/** A value of a wrong type, as only a broken system sends it. */
const broken = (patient: Patient, change: Readonly<Record<string, unknown>>): Patient =>
  Object.assign({ ...patient }, change);

const markup = '<img src=x onerror=alert(1)><b>Nair</b>';
/** U+202E turns what follows around: "Na" and "ri" read as "Nair". */
const turned = 'Na\u202Eri';

/** Four hundred names, hers among the last. */
const manyNames = (patient: Patient): Patient => ({
  ...patient,
  name: [
    ...Array.from({ length: 399 }, (_, at): HumanName => ({
      family: `Nair-${at + 1}`,
      given: [`Priya-${at + 1}`],
    })),
    ...(patient.name ?? []),
  ],
});

type Change = { readonly key: string; readonly says: string; readonly to: (p: Patient) => Patient };

const changes: readonly Change[] = [
  { key: 'markup', says: 'markup in the surname', to: (p) => named(p, { family: markup }) },
  {
    key: 'right-to-left',
    says: 'a right-to-left override in the surname',
    to: (p) => named(p, { family: turned }),
  },
  { key: 'many-names', says: '400 names', to: manyNames },
  {
    key: 'long-name',
    says: 'a surname of 5,000 letters',
    to: (p) => named(p, { family: 'Nair'.repeat(1250) }),
  },
  {
    key: 'gender-type',
    says: 'a gender of a wrong type',
    to: (p) => broken(p, { gender: ['female'] }),
  },
  { key: 'no-name', says: 'no name', to: (p) => ({ ...p, name: [] }) },
  {
    key: 'future-birth',
    says: 'a birth date in 2031',
    to: (p) => ({ ...p, birthDate: '2031-04-30' }),
  },
];

/** Each change made by the host, by the exchange, and a birth in the future by both. */
export function priyaVariants(host: Patient, demographics: Patient): readonly Variant[] {
  return [
    ...changes.map(({ key, says, to }) => ({
      key: `host-${key}`,
      label: `This system sends ${says}`,
      host: to(host),
    })),
    ...changes.map(({ key, says, to }) => ({
      key: `exchange-${key}`,
      label: `The exchange sends ${says}`,
      demographics: to(demographics),
    })),
    {
      key: 'both-future-birth',
      label: 'Both systems send a birth date in 2031',
      host: { ...host, birthDate: '2031-04-30' },
      demographics: { ...demographics, birthDate: '2031-04-30' },
    },
  ];
}
