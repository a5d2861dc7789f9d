/** Which report or panel groups a result: the nearest, where one is in another. */
import { concept } from '../datatypes.ts';
import { parsed } from '../parsed.ts';
import { typeOf } from '../searchset.ts';
import { type Answer, type Located, locateMember, membersOf } from './answer.ts';
import { titleOf } from './codeable.ts';
import { propertyOf, stringIn } from './json.ts';
import type { Panel } from './mapped.ts';
import { isStatus } from './status.ts';

type Member = Located & { readonly home: object };

/** What a result belongs to, and what is wrong with that. */
export type Grouping = { readonly panel: Panel | null; readonly doubt: string | null };

/**
 * @param understood whether a resource is free of modifiers we do not know
 * @returns the grouping of each member, by the member's resource
 */
export function groupingsOf(
  all: readonly Member[],
  answer: Answer,
  understood: (resource: object) => boolean,
): Map<object, Grouping> {
  const groupings = new Map<object, Grouping>();
  const heads = all.filter(({ resource }) => groups.has(typeOf(resource) ?? ''));
  // A panel is nearer to its members than the report that it is part of.
  for (const type of ['Observation', 'DiagnosticReport'] as const) {
    for (const head of heads) {
      if (typeOf(head.resource) !== type || membersOf(head.resource).length === 0) continue;
      const doubt = doubtOf(type, head, understood);
      if (doubt === null) addMembers(head, answer, groupings);
      else doubtMembers(head, doubt, answer, groupings);
    }
  }
  return groupings;
}

const groups = new Set(['Observation', 'DiagnosticReport']);

function doubtOf(
  type: 'Observation' | 'DiagnosticReport',
  { resource, home }: Member,
  understood: (resource: object) => boolean,
): string | null {
  const what = type === 'Observation' ? 'panel' : 'report';
  const status = stringIn(resource, 'status');
  if (status === 'entered-in-error') return `Its ${what} was withdrawn`;
  const isRead = status !== undefined && isStatus(type, status) && understood(home);
  return isRead ? null : `Its ${what} could not be understood`;
}

function addMembers(head: Member, answer: Answer, to: Map<object, Grouping>): void {
  const { key, resource } = head;
  const title = titleOf(parsed(concept, propertyOf(resource, 'code')) ?? undefined);
  if (title === null) return;
  const panel = { key, title };
  for (const reference of membersOf(resource)) {
    const member = locateMember(reference, head, answer)?.resource;
    if (!member || member === resource) continue;
    const known = to.get(member) ?? nothing;
    if (known.panel === null) to.set(member, { ...known, panel });
  }
}

const nothing: Grouping = { panel: null, doubt: null };

/** It may be right or wrong: that is said on each result, and it makes no panel. */
function doubtMembers(
  head: Member,
  doubt: string,
  answer: Answer,
  to: Map<object, Grouping>,
): void {
  const seen = new Set([head.resource]);
  const todo: Member[] = [head];
  for (let next = todo.pop(); next; next = todo.pop()) {
    for (const reference of membersOf(next.resource)) {
      const member = locateMember(reference, next, answer);
      if (!member || seen.has(member.resource)) continue;
      seen.add(member.resource);
      todo.push(member);
      const known = to.get(member.resource) ?? nothing;
      to.set(member.resource, { ...known, doubt: known.doubt ?? doubt });
    }
  }
}
