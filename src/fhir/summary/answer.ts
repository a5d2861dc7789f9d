/** The resources of an answer, and how references between them resolve. */
import type { Reference } from '../datatypes.ts';
import { typeOf } from '../searchset.ts';
import { arrayIn, propertyOf, stringIn } from './json.ts';

export type Located = {
  /** `Type/id`, or the `fullUrl` where there is no id: unique in the answer. */
  readonly key: string;
  readonly resource: object;
};

export type Answer = {
  /** @param from the resource the reference stands in: a relative one is relative to its address */
  readonly locate: (reference: string, from?: object) => Located | null;
};

export function keyOf(resource: object): string | null {
  const id = stringIn(resource, 'id');
  const type = typeOf(resource);
  return type !== null && id !== undefined && id !== '' ? `${type}/${id}` : null;
}

/** What a reference in `from` leads to: `#id` inside itself, anything else in the answer. */
export function follow(to: Reference | undefined, from: object, answer: Answer): unknown {
  const target = to?.reference;
  if (target === undefined) return null;
  if (!target.startsWith('#')) return answer.locate(target, from)?.resource ?? null;
  const id = target.slice(1);
  return arrayIn(from, 'contained').find((each) => stringIn(each, 'id') === id) ?? null;
}

/** As {@link Answer.locate}, and `#id` in the resource that contains, or is, `from`. */
export function locateMember(
  reference: string,
  from: Located & { readonly home: object },
  answer: Answer,
): (Located & { readonly home: object }) | null {
  if (!reference.startsWith('#')) {
    const found = answer.locate(reference, from.home);
    return found && { ...found, home: found.resource };
  }
  const id = reference.slice(1);
  const all = arrayIn(from.home, 'contained');
  const inside = all.find((each) => stringIn(each, 'id') === id);
  if (typeof inside !== 'object' || inside === null) return null;
  return { key: `${from.key.split('##')[0] ?? ''}##${id}`, resource: inside, home: from.home };
}

/** `Type/id` without version: history of a resource is the same resource. */
export function unversioned(reference: string): string {
  if (!reference.includes('/_history/')) return reference;
  return reference.replace(/\/_history\/[^/]*$/, '');
}

const heads = new Set(['Observation', 'DiagnosticReport', 'CarePlan', 'Consent', 'List']);
const none: readonly string[] = [];

/**
 * What belongs to a resource and is listed with it: a panel's results, a plan's goals, team and
 * form, what a list in force still lists.
 */
export function membersOf(resource: object): readonly string[] {
  const type = typeOf(resource);
  if (type === null || !heads.has(type)) return none;
  const parts = [...arrayIn(resource, 'result'), ...arrayIn(resource, 'hasMember')];
  if (type === 'CarePlan') {
    parts.push(...arrayIn(resource, 'goal'), ...arrayIn(resource, 'careTeam'));
    parts.push(...arrayIn(resource, 'activity').map((each) => propertyOf(each, 'reference')));
  }
  if (type === 'List') parts.push(...listed(resource));
  if (type === 'Consent') parts.push(propertyOf(resource, 'sourceReference'));
  return parts.flatMap((each) => stringIn(each, 'reference') ?? []);
}

/** List.status and List.entry.deleted are modifiers (FHIR R4 List). */
function listed(list: object): readonly unknown[] {
  if (stringIn(list, 'status') !== 'current') return none;
  const held = arrayIn(list, 'entry').filter((each) => {
    const deleted = propertyOf(each, 'deleted');
    return deleted === undefined || deleted === false;
  });
  return held.map((each) => propertyOf(each, 'item'));
}
