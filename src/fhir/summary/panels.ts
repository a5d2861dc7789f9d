/** Which report or panel groups a result: the nearest, where one is in another. */
import { concept, parsed } from './datatypes.ts';
import { typeOf } from '../searchset.ts';
import { type Answer, type Located, locateMember, membersOf } from './answer.ts';
import { titleOf } from './codeable.ts';
import { propertyOf, stringIn } from './json.ts';
import type { Panel } from './mapped.ts';

type Member = Located & { readonly home: object };

/** @returns the panel of each member, by the member's resource */
export function panelsOf(all: readonly Member[], answer: Answer): Map<object, Panel> {
  const panels = new Map<object, Panel>();
  const heads = all.filter(({ resource }) => groups.has(typeOf(resource) ?? ''));
  // A panel is nearer to its members than the report that it is part of.
  for (const type of ['Observation', 'DiagnosticReport']) {
    for (const head of heads) {
      if (typeOf(head.resource) === type) addMembers(head, answer, panels);
    }
  }
  return panels;
}

const groups = new Set(['Observation', 'DiagnosticReport']);

function addMembers(head: Member, answer: Answer, panels: Map<object, Panel>): void {
  const { key, resource } = head;
  const references = membersOf(resource);
  if (references.length === 0 || stringIn(resource, 'status') === 'entered-in-error') return;
  const title = titleOf(parsed(concept, propertyOf(resource, 'code')) ?? undefined);
  if (title === null) return;
  const panel = { key, title };
  for (const reference of references) {
    const member = locateMember(reference, head, answer)?.resource;
    if (member && member !== resource && !panels.has(member)) panels.set(member, panel);
  }
}
