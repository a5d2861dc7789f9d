/** A Bundle's resources by every name they go by, made once (FHIR R4 Bundle, 2.36.4.1). */
import { typeOf } from '../searchset.ts';
import { type Answer, keyOf, type Located, unversioned } from './answer.ts';
import { propertyOf, stringIn } from './json.ts';

export type Entry = { readonly fullUrl: string | undefined; readonly resource: object };

export type BundleIndex = Answer & {
  /** Every entry, in the Bundle's order, each with a key of its own. */
  readonly all: readonly Located[];
  /** Older versions of what stands in the Bundle again, newer. */
  readonly outdated: ReadonlySet<object>;
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
  const all: Located[] = [];
  const taken = new Set<string>();

  for (const { fullUrl, resource } of entries) {
    const url = fullUrl === undefined ? undefined : unversioned(fullUrl);
    const name = keyOf(resource) ?? nameFrom(url, resource);
    const located = { key: freeKey(name ?? url ?? 'Unreadable entry'), resource };
    const base = served.exec(url ?? '')?.[1];
    if (base !== undefined) bases.set(resource, base);
    all.push(located);
    if (url !== undefined) keep(byUrl, url, located);
    if (name === null) continue;
    const before = byName.get(name);
    const elsewhere = before && bases.get(before.resource) !== base;
    if (before === null || elsewhere) byName.set(name, null);
    else keep(byName, name, located);
  }
  return { all, outdated, locate };

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
    } else outdated.add(next.resource);
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

function isNewer(one: object, other: object): boolean {
  return changedAt(one) > changedAt(other);
}

function changedAt(resource: object): number {
  const time = Date.parse(stringIn(propertyOf(resource, 'meta'), 'lastUpdated') ?? '');
  return Number.isNaN(time) ? 0 : time;
}
