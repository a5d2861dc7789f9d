/** Patient 13: 20,000 generated entries over 30 years, for speed, size and long lists. */
import type { FhirResource } from 'fhir/r4';
import { hostEncounter } from './build/encounters.ts';
import { patientFor, type Person } from './build/people.ts';
import { writerFor } from './build/writer.ts';
import { contact } from './large/makers.ts';
import { seeded } from './large/random.ts';
import { type Share, shares } from './large/shares.ts';
import type { Scenario, SourceKey, SourceRecord, Variant } from './types.ts';

const firstDay = Date.UTC(1996, 10, 23);
const lastDay = Date.UTC(2026, 10, 21, 18);

/** A letter's file and a device's description are named by an entry, and are none themselves. */
const isEntry = ({ resourceType }: FhirResource): boolean =>
  resourceType !== 'Binary' && resourceType !== 'Device';

function generate(share: Share, count: number, seed: number): SourceRecord {
  const random = seeded(seed);
  const writer = writerFor(share.source, share.localId);
  const resources: FhirResource[] = [];
  const step = (lastDay - firstDay) / count;
  for (let index = 0; index < count;) {
    const instant = firstDay + Math.floor((index + random.next()) * step);
    const when = `${new Date(instant).toISOString().slice(0, 16)}:00+00:00`;
    const dice = random.next();
    const maker = share.mix.find(([upTo]) => dice < upTo)?.[1] ?? contact;
    const made = maker(writer, when, random);
    // A report brings its results: where that is more than there is room for, a visit stands in.
    const fits = index + made.filter(isEntry).length <= count;
    const added = fits ? made : contact(writer, when, random);
    resources.push(...added);
    index += added.filter(isEntry).length;
  }
  return { localId: share.localId, resources, upTo: '2026-11-21T23:00:00+00:00' };
}

/**
 * Generates the record; the same arguments give the same bytes.
 * @param entries entries over all sources; a letter's Binary and a Device come on top of them.
 */
export function largeRecord(entries = 20_000): Partial<Record<SourceKey, SourceRecord>> {
  const records: Partial<Record<SourceKey, SourceRecord>> = {};
  let left = entries;
  shares.forEach((share, index) => {
    const last = index === shares.length - 1;
    const count = last ? left : Math.round(entries * share.part);
    left -= count;
    records[share.source] = generate(share, count, 166 + index);
  });
  return records;
}

const person: Person = {
  nhsNumber: '9990000166',
  family: 'Attwater',
  given: ['Frederick'],
  prefix: 'Mr',
  gender: 'male',
  birthDate: '1948-02-17',
  line: '70 Long Furrow',
  city: 'Wantage',
  postcode: 'OX40 4PQ',
  phone: '01632 960199',
  practice: 'hollow-way',
};

/** A record of so many entries, made at first use and kept: starting the sandbox stays quick. */
function keptRecord(entries: number): () => Scenario['records'] {
  let generated: Scenario['records'] | undefined;
  return () => (generated ??= largeRecord(entries));
}

const whole = keptRecord(20_000);

/** The same life told in fewer entries, so that what a record costs can be seen to grow with it. */
function ofSize(key: string, label: string, entries: number): Variant {
  const made = keptRecord(entries);
  return {
    key,
    label,
    get records() {
      return made();
    },
  };
}

export const largeScenario: Scenario = {
  key: 'large',
  title: 'Frederick Attwater',
  trap: 'A generated record: 20,000 entries over 30 years, from every source.',
  nhsNumber: person.nhsNumber,
  practice: person.practice,
  hosts: ['gp', 'epr'],
  host: patientFor('pat-1d60c2', person),
  demographics: patientFor('dem-a14', person),
  encounters: {
    gp: hostEncounter('gp', {
      id: 'enc-gp-1d60c2',
      patientId: 'pat-1d60c2',
      kind: 'AMB',
      start: '2026-11-22T11:40:00+00:00',
      reason: 'Annual review',
      where: 'Consulting room 3',
    }),
    epr: hostEncounter('epr', {
      id: 'enc-epr-1d60c2',
      patientId: 'pat-1d60c2',
      kind: 'AMB',
      start: '2026-11-22T10:00:00+00:00',
      reason: 'Pre-operative assessment',
      where: 'Pre-assessment clinic',
    }),
  },
  get records() {
    return whole();
  },
  variants: [
    ofSize('entries-1000', 'A smaller record: 1,000 entries', 1_000),
    ofSize('entries-2000', 'A smaller record: 2,000 entries', 2_000),
  ],
};
