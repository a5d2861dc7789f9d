/** A Bundle's resources by every name they go by, made once (FHIR R4 Bundle, 2.36.4.1). */
import { typeOf } from '../searchset.ts';
import { type Answer, keyOf, type Located, unversioned } from './answer.ts';
import { propertyOf, stringIn } from './json.ts';

export type Entry = {
  readonly fullUrl: string | undefined;
  /** Null where the entry only says that what stood at its address was deleted. */
  readonly resource: object | null;
  /** When the server answered so (`response.lastModified`). */
  readonly changed: string | undefined;
};

export type BundleIndex = Answer & {
  /** Every entry, in the Bundle's order, each with a key of its own. */
  readonly all: readonly Located[];
  /** Older versions of what stands in the Bundle again, newer. */
  readonly outdated: ReadonlySet<object>;
  /** Those of them that were replaced or deleted, as their dates or numbers say. */
  readonly replaced: ReadonlySet<object>;
};

/** The address of a resource on a server, up to its type. */
const served = /^(https?:\/\/.+)\/([A-Za-z]{1,64})\/([A-Za-z0-9\-.]{1,64})$/;
const tail = /(?:^|\/)([A-Za-z]{1,64}\/[A-Za-z0-9\-.]{1,64})$/;

export function indexOf(entries: readonly Entry[]): BundleIndex {
  const byUrl = new Map<string, Located>();
  /** Null where two servers' resources share a name. */
  const byName = new Map<string, Located | null>();
  const bases = new WeakMap<object, string>();
  const outdated = new Set<object>();
  const replaced = new Set<object>();
  const all: Located[] = [];
  const deleted: Deletion[] = [];
  const places = new WeakMap<Located, number>();
  const taken = new Set<string>();

  for (const { fullUrl, resource, changed } of entries) {
    const url = fullUrl === undefined ? undefined : unversioned(fullUrl);
    if (resource === null) {
      if (url !== undefined) deleted.push({ url, at: timeOf(changed), before: all.length });
      continue;
    }
    const name = keyOf(resource) ?? nameFrom(url, resource);
    const located = { key: freeKey(name ?? url ?? 'Unreadable entry'), resource };
    const base = served.exec(url ?? '')?.[1];
    if (base !== undefined) bases.set(resource, base);
    places.set(located, all.length);
    all.push(located);
    if (url !== undefined) keep(byUrl, url, located);
    if (name === null) continue;
    const before = byName.get(name);
    const elsewhere = before && bases.get(before.resource) !== base;
    if (before === null || elsewhere) byName.set(name, null);
    else keep(byName, name, located);
  }
  for (const each of deleted) remove(each);
  return { all, outdated, replaced, locate };

  /** What was deleted is gone with all its versions, unless one of them is newer than that. */
  function remove({ url, at, before }: Deletion): void {
    const name = tail.exec(url.slice(-200))?.[1] ?? '';
    const base = served.exec(url)?.[1];
    const named = byName.get(name);
    const isSame = named && (base === undefined || base === bases.get(named.resource));
    const located = byUrl.get(url) ?? (isSame ? named : undefined);
    if (!located) return;
    const made = changedAt(located.resource);
    const isLater = made > 0 && at > 0 ? made > at : (places.get(located) ?? 0) < before;
    if (isLater) return;
    outdated.add(located.resource);
    replaced.add(located.resource);
    byUrl.delete(url);
    if (byName.get(name) === located) byName.delete(name);
  }

  function freeKey(wanted: string): string {
    const key = taken.has(wanted) ? `${wanted}#${all.length + 1}` : wanted;
    taken.add(key);
    return key;
  }

  /** One address, several versions: the newest counts; where nobody says, the first. */
  function keep(map: Map<string, Located | null>, name: string, next: Located): void {
    const before = map.get(name) ?? undefined;
    if (before === undefined) map.set(name, next);
    else if (before.resource === next.resource) return;
    else if (isNewer(next.resource, before.resource)) {
      map.set(name, next);
      outdated.delete(next.resource);
      outdated.add(before.resource);
      replaced.add(before.resource);
    } else {
      outdated.add(next.resource);
      if (isNewer(before.resource, next.resource)) replaced.add(next.resource);
    }
  }

  function locate(reference: string, from?: object): Located | null {
    const wanted = unversioned(reference);
    const exact = byUrl.get(wanted);
    if (exact) return exact;
    const base = from === undefined ? undefined : bases.get(from);
    const near = base === undefined ? undefined : byUrl.get(`${base}/${wanted}`);
    if (near) return near;
    const named = byName.get(wanted);
    if (named !== undefined) return named;
    return withoutAddress(wanted);
  }

  /** An absolute reference to an entry whose own address nobody gave. */
  function withoutAddress(wanted: string): Located | null {
    if (wanted.length > 2000) return null;
    const found = byName.get(tail.exec(wanted)?.[1] ?? '') ?? null;
    return found !== null && !bases.has(found.resource) ? found : null;
  }
}

/** An entry without an id has the name its address ends in. */
function nameFrom(url: string | undefined, resource: object): string | null {
  const type = typeOf(resource);
  if (url === undefined || type === null || url.length > 2000) return null;
  const name = tail.exec(url)?.[1];
  if (name?.startsWith(`${type}/`) === true) return name;
  const uuid = /^urn:uuid:([A-Za-z0-9-]{1,64})$/.exec(url)?.[1];
  return uuid === undefined ? null : `${type}/${uuid}`;
}

/** By date, else by number of version (FHIR R4 Resource.meta). */
function isNewer(one: object, other: object): boolean {
  const [first, second] = [changedAt(one), changedAt(other)];
  if (first !== second && first > 0 && second > 0) return first > second;
  const [version, before] = [versionOf(one), versionOf(other)];
  if (version !== null && before !== null && version !== before) return version > before;
  return first > second;
}

function versionOf(resource: object): number | null {
  const version = stringIn(propertyOf(resource, 'meta'), 'versionId') ?? '';
  return /^\d{1,9}$/.test(version) ? Number(version) : null;
}

function changedAt(resource: object): number {
  return timeOf(stringIn(propertyOf(resource, 'meta'), 'lastUpdated'));
}

/** Zero where nobody says. */
function timeOf(raw: string | undefined): number {
  const time = Date.parse(raw ?? '');
  return Number.isNaN(time) ? 0 : time;
}

/** An address, when it was emptied, and how many resources the Bundle lists before that. */
type Deletion = { readonly url: string; readonly at: number; readonly before: number };
