import type { Bundle } from 'fhir/r4';
import { matches } from './match.ts';
import type { HostResource, HostType } from './records.ts';
import { parameters } from './values.ts';
import type { SearchValues } from './values.ts';

export type SearchRequest = {
  readonly base: string;
  readonly type: HostType;
  readonly query: URLSearchParams;
  /** What the caller may see at all; the search never widens it. */
  readonly candidates: readonly HostResource[];
};

export type SearchAnswer =
  | { readonly type: 'found'; readonly bundle: Bundle }
  | { readonly type: 'unsupported'; readonly parameter: string };

/**
 * Parameters about the result, not the resource (FHIR R4 search, "result parameters"). `_include`
 * and `_revinclude` are not among them: who asks for more resources must not take their absence
 * for an answer.
 */
const control = new Set(
  '_count _offset _sort _elements _summary _total _format _pretty'.split(' '),
);
const modifiers = new Set(['', 'exact', 'contains', 'Patient', 'Practitioner', 'Organization']);

function valuesOf(resource: HostResource, name: string): SearchValues | undefined {
  if (name === '_id') return { kind: 'token', tokens: [{ code: resource.id ?? '' }] };
  if (name === '_lastUpdated') {
    const updated = resource.meta?.lastUpdated;
    return { kind: 'date', dates: updated === undefined ? [] : [updated] };
  }
  switch (resource.resourceType) {
    case 'Patient':
      return parameters.Patient[name]?.(resource);
    case 'Practitioner':
      return parameters.Practitioner[name]?.(resource);
    case 'PractitionerRole':
      return parameters.PractitionerRole[name]?.(resource);
    case 'Organization':
      return parameters.Organization[name]?.(resource);
    case 'Encounter':
      return parameters.Encounter[name]?.(resource);
  }
}

function known(type: HostType, name: string): boolean {
  return name === '_id' || name === '_lastUpdated' || Object.hasOwn(parameters[type], name);
}

function sortKey(resource: HostResource, name: string): string {
  const values = valuesOf(resource, name);
  switch (values?.kind) {
    case undefined:
      return '';
    case 'token':
      return values.tokens[0]?.code ?? '';
    case 'string':
      return (values.strings[0] ?? '').toLowerCase();
    case 'date':
      return values.dates[0] ?? '';
    case 'reference':
      return values.references[0] ?? '';
  }
}

/**
 * The sort order asked for, `-` meaning descending. `_sort:desc=family` is how FHIR DSTU2 spelt it;
 * the SMART Health IT launcher still does.
 */
function sortOrder(query: URLSearchParams): readonly string[] {
  const keys: string[] = [];
  for (const [name, value] of query) {
    if (name !== '_sort' && name !== '_sort:asc' && name !== '_sort:desc') continue;
    const sign = name === '_sort:desc' ? '-' : '';
    keys.push(
      ...value
        .split(',')
        .filter(Boolean)
        .map((key) => sign + key),
    );
  }
  return keys;
}

function sorted(
  resources: readonly HostResource[],
  keys: readonly string[],
): readonly HostResource[] {
  return [...resources].sort((left, right) => {
    for (const key of keys) {
      const name = key.replace(/^-/, '');
      const compared = sortKey(left, name).localeCompare(sortKey(right, name), 'en-GB');
      if (compared !== 0) return key.startsWith('-') ? -compared : compared;
    }
    return 0;
  });
}

function onlyElements(resource: HostResource, elements: string | null): HostResource {
  if (!elements) return resource;
  const kept = new Set([...elements.split(','), 'resourceType', 'id', 'meta']);
  const copy = { ...resource };
  for (const key of Object.keys(copy)) if (!kept.has(key)) Reflect.deleteProperty(copy, key);
  return copy;
}

const whole = (value: string | null, otherwise: number): number =>
  value !== null && /^\d{1,6}$/.test(value) ? Number(value) : otherwise;

function pageLink(request: SearchRequest, offset: number, count: number): string {
  const query = new URLSearchParams(request.query);
  query.set('_count', String(count));
  query.set('_offset', String(offset));
  return `${request.base}/${request.type}?${query.toString()}`;
}

/**
 * A FHIR R4 search over what the caller may see. A parameter that is not served is refused rather
 * than ignored: ignoring a filter answers with more people than were asked for.
 */
export function search(request: SearchRequest): SearchAnswer {
  const filters: { name: string; modifier: string; wanted: string }[] = [];
  for (const [key, wanted] of request.query) {
    const [name = '', modifier = ''] = key.split(':');
    if (control.has(name)) continue;
    if (!known(request.type, name) || !modifiers.has(modifier)) {
      return { type: 'unsupported', parameter: key };
    }
    filters.push({ name, modifier, wanted });
  }
  const found = request.candidates.filter((resource) =>
    filters.every(({ name, modifier, wanted }) => {
      const values = valuesOf(resource, name);
      return values !== undefined && (wanted === '' || matches(values, wanted, modifier));
    }),
  );
  return { type: 'found', bundle: page(request, sorted(found, sortOrder(request.query))) };
}

function page(request: SearchRequest, found: readonly HostResource[]): Bundle {
  const countOnly = request.query.get('_summary') === 'count';
  const count = countOnly ? 0 : Math.min(whole(request.query.get('_count'), 50), 200);
  const offset = whole(request.query.get('_offset'), 0);
  const shown = found.slice(offset, offset + count);
  const link = [{ relation: 'self', url: pageLink(request, offset, count) }];
  if (count > 0 && offset + count < found.length) {
    link.push({ relation: 'next', url: pageLink(request, offset + count, count) });
  }
  if (count > 0 && offset > 0) {
    link.push({ relation: 'previous', url: pageLink(request, Math.max(0, offset - count), count) });
  }
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    total: found.length,
    link,
    entry: shown.map((resource) => ({
      fullUrl: `${request.base}/${request.type}/${resource.id ?? ''}`,
      resource: onlyElements(resource, request.query.get('_elements')),
      search: { mode: 'match' },
    })),
  };
}
