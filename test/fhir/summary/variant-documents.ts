/** The same record in the styles of other countries and vendors. */
import { type Chapter, type Fact, record } from './variant-records.ts';
import { traced } from './sample.ts';

export type Style = {
  readonly name: string;
  /** How a fact is named, and named by others. */
  readonly address: Address;
  readonly dress: (fact: Fact, at: number) => Fact;
  readonly arrange: (section: object, at: number) => object;
};

type Address = {
  readonly name: string;
  readonly fullUrl: (type: string, id: string, at: number) => string | undefined;
  readonly reference: (type: string, id: string) => string;
  readonly hasId: (at: number) => boolean;
};

const server = 'https://records.example.org/fhir/r4';
const always = () => true;

/** FHIR R4 Bundle, 2.36.4.1: the ways in which a document may name what it holds. */
export const addresses: readonly Address[] = [
  {
    name: 'relative references, no addresses',
    fullUrl: () => undefined,
    reference: (type, id) => `${type}/${id}`,
    hasId: always,
  },
  {
    name: 'absolute references',
    fullUrl: (type, id) => `${server}/${type}/${id}`,
    reference: (type, id) => `${server}/${type}/${id}`,
    hasId: always,
  },
  {
    name: 'references relative to a server, with versions',
    fullUrl: (type, id) => `${server}/${type}/${id}`,
    reference: (type, id) => `${type}/${id}/_history/3`,
    hasId: always,
  },
  {
    name: 'urn:uuid without ids',
    fullUrl: (_, id) => `urn:uuid:${id}`,
    reference: (_, id) => `urn:uuid:${id}`,
    hasId: () => false,
  },
  {
    name: 'addresses and ids on some only',
    fullUrl: (type, id, at) => (at % 2 === 0 ? `${server}/${type}/${id}` : undefined),
    reference: (type, id) => (/[13579]$/.test(id) ? `${server}/${type}/${id}` : `${type}/${id}`),
    hasId: (at) => at % 2 === 1,
  },
];

/** The Bundle of one style, with its chapters' facts, and how many those are. */
export function document({ address, dress, arrange }: Style) {
  const whom = address.reference('Patient', traced.ref);
  const all = record.flatMap(({ facts }) => facts);
  const entry = (type: string, resource: { readonly id: string } & object, at: number) => {
    const { id, ...rest } = resource;
    const fullUrl = address.fullUrl(type, id, at);
    // What has neither an address nor an id can be named by nobody.
    const named = address.hasId(at) || fullUrl === undefined ? { id, ...rest } : rest;
    return { ...(fullUrl === undefined ? {} : { fullUrl }), resource: named };
  };
  const about = { subject: { reference: whom }, patient: { reference: whom } };
  const facts = all.map((fact, at) => {
    const dressed = dress({ ...fact, ...about }, at);
    return entry(fact.resourceType, dressed, at);
  });
  const composition = {
    id: 'lead',
    resourceType: 'Composition',
    type: { text: 'Summary' },
    section: record.map((chapter, at) => arrange(sectionOf(chapter, address), at)),
  };
  const patient = { id: traced.ref, resourceType: 'Patient' };
  const lead = entry('Composition', composition, 0);
  const entries = [lead, entry('Patient', patient, 0), ...facts];
  return { bundle: { resourceType: 'Bundle', type: 'document', entry: entries }, facts: all };
}

function sectionOf({ code, title, facts }: Chapter, address: Address): object {
  return {
    title,
    code: { coding: [{ system: 'http://loinc.org', code }] },
    entry: facts.map(({ resourceType, id }) => ({
      reference: address.reference(resourceType, id),
    })),
  };
}
