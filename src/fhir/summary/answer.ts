/** The resources of an answer, and how references between them resolve. */
import { parsed, type Reference, reference as referenceSchema } from '../datatypes.ts';
import { typeOf } from '../searchset.ts';

export type Located = {
  /** `Type/id`, or the `fullUrl` where there is no id: unique in the answer. */
  readonly key: string;
  readonly resource: object;
};

export type Answer = {
  readonly locate: (reference: string) => Located | null;
};

export function keyOf(resource: object): string | null {
  const id = 'id' in resource ? resource.id : undefined;
  const type = typeOf(resource);
  return type !== null && typeof id === 'string' && id !== '' ? `${type}/${id}` : null;
}

/** What a reference in `from` leads to: `#id` inside itself, anything else in the answer. */
export function follow(to: Reference | undefined, from: object, answer: Answer): unknown {
  const target = to?.reference;
  if (target === undefined) return null;
  if (!target.startsWith('#')) return answer.locate(target)?.resource ?? null;
  return containedIn(from).find((each) => hasId(each, target.slice(1))) ?? null;
}

/** `Type/id` without version: history of a resource is the same resource. */
export function unversioned(reference: string): string {
  return reference.replace(/\/_history\/[^/]*$/, '');
}

/** The members of a panel and the results of a report. */
export function membersOf(resource: object): string[] {
  const results: unknown = 'result' in resource ? resource.result : undefined;
  const members: unknown = 'hasMember' in resource ? resource.hasMember : undefined;
  return [...arrayOf(results), ...arrayOf(members)].flatMap(
    (each) => parsed(referenceSchema, each)?.reference ?? [],
  );
}

function containedIn(resource: object): readonly unknown[] {
  return arrayOf('contained' in resource ? resource.contained : undefined);
}

function arrayOf(found: unknown): readonly unknown[] {
  return Array.isArray(found) ? found : [];
}

function hasId(each: unknown, id: string): boolean {
  return typeof each === 'object' && each !== null && 'id' in each && each.id === id;
}
